import { capital, type Dice, inventWord } from './words'

export interface BenchActor {
  key: string
  name: string
}

let schemas = ['Person', 'Person', 'Person', 'Organization', 'PublicBody', 'Company']
let titles = ['Minister', 'Director', 'Chair', 'Deputy director', 'Secretary', 'Commissioner']

export function inventActors(own: Dice, count: number): BenchActor[] {
  let keys = new Set<string>()
  let actors: BenchActor[] = []
  while (actors.length < count) {
    let given = inventWord(own, 2)
    let family = inventWord(own, 2)
    let key = keys.has(family) ? `${family}-${given}` : family
    if (keys.has(key)) continue
    keys.add(key)
    actors.push({ key, name: `${capital(given)} ${capital(family)}` })
  }
  return actors
}

/** `actors.yaml`, further lists, and a dossier for one in fifty: path and text of each file. */
export function* actorFiles(own: Dice, actors: BenchActor[]): Generator<[string, string]> {
  let dossiers = actors.filter((_, index) => index % 50 === 49)
  let listed = actors.filter((_, index) => index % 50 !== 49)
  let half = Math.ceil(listed.length * 0.6)
  yield [
    'actors.yaml',
    listed
      .slice(0, half)
      .map(actor => record(own, actor, actors))
      .join('\n')
  ]
  for (let from = half; from < listed.length; from += 100) {
    let part = listed.slice(from, from + 100)
    yield [`actors/list-${from}.actors.yaml`, part.map(actor => record(own, actor, actors)).join('\n')]
  }
  for (let actor of dossiers) {
    let fields = record(own, actor, actors).replace(/^.*\n/, '').replaceAll(/^ {2}/gm, '')
    yield [
      `actors/${actor.key}.actor.md`,
      `---\n${fields}---\n\n# ${actor.name}\n\nNothing is known beyond the record.\n`
    ]
  }
}

function record(own: Dice, actor: BenchActor, actors: BenchActor[]): string {
  let schema = own.one(schemas)
  let [given, family] = actor.name.split(' ')
  let lines = [`${actor.key}:`, `  schema: ${schema}`, `  name: ${actor.name}`]
  if (own.chance(60)) lines.push(`  alias: [${given[0]}. ${family}, ${family} ${given}]`)
  if (own.chance(40)) lines.push(`  weakAlias: [${family}]`)
  if (own.chance(50))
    lines.push(`  summary: ${capital(inventWord(own))} ${inventWord(own)} of ${capital(inventWord(own))}.`)
  if (own.chance(20)) lines.push(`  wikidataId: Q${own.below(9_000_000) + 1000}`)
  if (own.chance(40)) {
    let from = 1990 + own.below(35)
    let to = own.chance(50) ? `, to: ${from + own.below(6)}` : ''
    lines.push(
      '  positions:',
      `    - {title: ${own.one(titles)}, of: ${own.one(actors).key}, from: ${from}-0${own.below(9) + 1}${to}}`
    )
  }
  if (own.chance(15)) lines.push('  memberships:', `    - {of: ${own.one(actors).key}}`)
  return `${lines.join('\n')}\n`
}
