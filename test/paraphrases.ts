import { readdirSync, readFileSync } from 'node:fs'
import { Workspace } from '../server/core'
import { askOf, supportOf } from '../server/core/support'

/**
 * Sentences that say in other words what a passage of the sample's sources says, each with words of that passage. An agency's report and the
 * daily that reprints it are one passage.
 */
export let paraphrases: [sentence: string, passage: string][] = [
  [
    'Passengers are to go first when the boats come back in May, the minister told the press.',
    'first boats will sail in May'
  ],
  ['The negotiators came to terms late in the evening.', 'ended in agreement at twenty past ten'],
  ['@mehra left insurance to the company and called herself only a doorkeeper.', 'I open the door'],
  ['Hull cover was withdrawn by @brinehall after a fire on the freight deck.', 'withdrew hull cover'],
  ['Inspectors of both states will board the ship together and sign one document.', 'sign a single paper'],
  ['The talks took place at the former customs house in Ostrel.', 'in the old customs house at Ostrel'],
  ['@anstey was asked for a date by his own daughters.', 'two of them were my daughters'],
  ['Karsa Line’s stock gained 11 per cent.', 'rose by 11 per cent'],
  ['Senmere handled 212,400 tonnes of cargo in 2030.', 'came to 212,400 tonnes'],
  ['Nobody travelled by ferry in 2030; in 2028 there had been 486,100 crossings.', '486,100 crossings'],
  ['Shipments by air grew to 2 150 tonnes, most of them mail and medicine.', 'Air freight rose to 2,150 tonnes'],
  ['Fruit that rots on the quay appears in no statistic.', 'fruit that spoiled on the quay'],
  ['On January 21 the ramp withstood a trial load.', 'passed a load test with water bags'],
  ['New pins for the hinges will not come before September 2031.', 'wait for new hinge pins'],
  ['Half of the cold store works again, with room for 310 pallets.', 'gives 310 pallet places'],
  ['All 24 power points for trailers worked when they were tried.', 'It has 24 points'],
  ['The harbour could manage three daily crossings.', 'up to three crossings a day'],
  [
    'In the committee @okley promised cover ten working days after a joint certificate.',
    'Cover can be restored within ten working days'
  ],
  ['@okley wants firemen to patrol the deck and the crews to drill beforehand.', 'We shall ask for a fire patrol'],
  ['The Karsa Lass stays chartered until the end of October 2031.', 'on charter'],
  [
    '@stannage announced the committee’s report for 11 April at the latest.',
    'publish its report before the spring recess'
  ],
  ['A vessel shall undergo one joint inspection in her home port.', 'inspected once, jointly, at its home berth'],
  [
    'Within five working days of passing, the ship gets a certificate from both sides.',
    'issued within five working days'
  ],
  ['The checklist of @sellick’s inspectors has 114 items.', 'the checklist has 114 points'],
  ['38 of the men once licensed as linesmen have found other jobs.', 'Of those, 38 now work elsewhere'],
  ['@tolen complained that nobody had asked the union about handling the ropes.', 'who would catch the ropes'],
  ['@dufray finds 23 tides in May good enough to berth the Maid.', '23 tides in May'],
  ['Strawberries last eleven days if the cold store works.', 'eleven in a working cold store'],
  ['The operator will cover the cost of the port school’s course for licensed workers.', 'we will pay the fee'],
  ['Tickets are not being booked before the ship is covered.', 'booking stays closed'],
  ['Former deckhands on the Karsa Maid are said to have packed their bags.', 'told to keep a bag packed'],
  ['@brask warned that the insurer’s pencil has the last word.', 'that pencil is the last signature'],
  ['For @brask an accord in principle resembles a house without stairs.', 'a house with a roof and no stairs'],
  [
    '@penhallick counted five announced dates since the summer, none of which was kept.',
    'five dates since last summer'
  ],
  ['@penhallick wants nobody to name another month.', 'say the name of a month']
]

export function sample(): Workspace {
  let workspace = new Workspace()
  for (let name of readdirSync('example', { recursive: true, encoding: 'utf8' }))
    if (/\.(source\.md|actor\.md|yaml|bib)$/.test(name))
      workspace.set(`/${name.replaceAll('\\', '/')}`, readFileSync(`example/${name}`, 'utf8'))
  return workspace
}

/** Of each sentence the rank of its passage among those found, from one; infinite if it is not among them. */
export function ranks(workspace: Workspace): number[] {
  return paraphrases.map(([sentence, passage]) => {
    let path = '/asked.note.md'
    workspace.set(path, sentence, true)
    let note = workspace.note(path)!
    let work = supportOf(workspace, askOf(note, note.sentences[0]))
    let step = work.next()
    while (!step.done) step = work.next()
    let found = step.value.findIndex(({ text }) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/\u00ad/g, '')
        .includes(passage)
    )
    return found < 0 ? Number.POSITIVE_INFINITY : found + 1
  })
}

/** How many of the sentences in a hundred find their passage among the first `most`. */
export function recall(ranks: number[], most: number): number {
  return (100 * ranks.filter(rank => rank <= most).length) / ranks.length
}
