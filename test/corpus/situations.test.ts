import assert from 'node:assert'
import { existsSync, readFileSync } from 'node:fs'
import { type CheckOptions, checkFile, type Finding, parseNote, Workspace } from '../../server/core'
import { namesIn } from '../../server/core/name-matcher'
import { verdictIn } from '../core/library'

// What an analyst meets in three captured articles, by the numbers under which the situations were written down: S1 is an unsigned
// opinion piece, S2 a signed one with a footer, S4 an agency's report on an aggregator's page. The texts are other people's work: they
// are read beside the project, and of their words only what finds a place in them is written here.
let folder = '../shared/corpus'

if (existsSync(folder)) {
  let read = (name: string) => readFileSync(`${folder}/${name}.txt`, 'utf8')
  let [terminal, pivot, mixed] = ['terminal-phase', 'not-a-pivot', 'mixed-signals'].map(read)
  let part = (text: string, first: string, last: string) => {
    let from = text.indexOf(first)
    let to = text.indexOf(last, from)
    assert(from >= 0 && to > from, `${first} … ${last}`)
    return text.slice(from, to + last.length)
  }
  let article = mixed.slice(mixed.indexOf('By DASHA'), mixed.indexOf('Try Our AI'))
  let kyodo = part(mixed, 'By Takuya', 'Auto Trade')
  let jiji = part(mixed, 'News from Japan Economy', 'Jiji Press\n')
  let digest = part(mixed, 'KYODO NEWS - 14', 'DOWNLOAD')

  let record = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}`
  let named = 'author: A\npublisher: P\nissued: 2025-05-02\n'
  let world: { [path: string]: string } = {
    '/terminal.source.md': record('kind: opinion', terminal),
    '/pivot.source.md': record(`kind: opinion\ntitle: T\n${named}`, pivot),
    '/ap.source.md': record(`kind: reporting\ntitle: T\n${named}`, article),
    '/kyodo.source.md': record(`kind: reporting\ntitle: T\n${named}`, kyodo),
    '/jiji.source.md': record(`kind: reporting\ntitle: T\n${named}`, jiji),
    '/digest.source.md': record(`kind: reporting\ntitle: T\n${named}`, digest),
    '/actors.yaml': [
      'lavrov: {schema: Person, name: Sergei Lavrov, alias: [Sergey Lavrov, Sergey V Lavrov], weakAlias: [Lavrov]}',
      'mearsheimer: {schema: Person, name: John Mearsheimer}',
      'bessent: {schema: Person, name: Scott Bessent, misspelling: [Sctott Bessent]}',
      'witkoff: {schema: Person, name: Steve Witkoff, alias: [Steve-Witkoff]}',
      'greene: {schema: Person, name: Sam Greene}',
      'nato: {schema: Organization, name: NATO, alias: [Atlantic alliance]}',
      'cfe: {schema: Treaty, name: Treaty on the Conventional Armed Forces in Europe, alias: [CFE]}'
    ].join('\n')
  }

  let actorsIn = (words: string) => namesIn(workspaceOf(world), words).map(own => own.keys.join())
  let workspaceOf = (files: { [path: string]: string }) => {
    let workspace = new Workspace()
    for (let [path, text] of Object.entries(files)) workspace.set(path, text, true)
    return workspace
  }
  let check = (path: string, files: { [path: string]: string }, asked: CheckOptions = {}): Finding[] => {
    let work = checkFile(workspaceOf(files), path, files[path], asked)
    for (;;) {
      let step = work.next()
      if (step.done) return step.value.findings
    }
  }
  /** A source's text once each region that is found in it has been declared, by the fixes. */
  let declared = (path: string, files: { [path: string]: string }, count: number): string => {
    let own = files[path]
    for (let left = count; left > 0; left--) {
      let found = check(path, { ...files, [path]: own }).filter(({ rule }) => rule === 'undeclared-region')
      assert.equal(found.length, left)
      let [{ edits }] = found[0].fixes()
      own = own.slice(0, edits[0].from) + edits[0].newText + own.slice(edits[0].to)
    }
    return own
  }
  let note = (body: string, front = 'profile: icd203') => ({
    ...world,
    '/a.note.md': `---\n${front}\n---\n\n${body}\n`
  })
  let other = ['source-incomplete']
  /** Severity, rule and words of each finding in a note; that its sources' records are bare is told once, below. */
  let checkNote = (body: string, expected: string[], asked: CheckOptions = {}) => {
    let files = note(body)
    let found = check('/a.note.md', files, asked).filter(own => !other.includes(own.rule))
    let told = found.map(({ severity, rule, from, to }) => {
      let words = files['/a.note.md'].slice(from, to)
      return `${severity} ${rule} ${words.length > 50 ? `${words.slice(0, 20)}…` : words}`
    })
    assert.deepEqual(told, expected)
    return found
  }

  describe('an unsigned opinion piece (S1)', () => {
    it('1: a forecast of its author is no fact, and opinion carries none', () => {
      let found = checkNote('Fact: Ukraine will make concessions [^terminal].', [
        'information single-source Fact',
        'warning judgement-as-fact will',
        'warning opinion-for-fact terminal'
      ])
      assert.deepEqual(found[1].fixes()[0].title, 'Label it a forecast')
    })
    it('2: a sum given by one interested party', () =>
      checkNote('Fact: Isolating Russia has cost $300 billion [^terminal].', [
        'information single-source Fact',
        'warning opinion-for-fact terminal'
      ]))
    it('3: a paraphrase with “according to” behind it is not the minister’s own words', () => {
      let words = part(terminal, 'clearly a radical', 'narrative')
      checkNote(`@lavrov calls the meeting “${words}” [^terminal].`, ['information second-hand terminal'])
    })
    it('9: what one opinion piece alone claims', () =>
      checkNote('Fact: Japan is heading for nuclear weapons [^terminal].', [
        'information single-source Fact',
        'warning opinion-for-fact terminal'
      ]))
    it('4: one actor under every spelling', () => {
      for (let words of ['Sergey V Lavrov', 'Sergei Lavrov', 'Sergey Lavrov']) {
        assert([terminal, pivot, mixed].some(text => text.includes(words)))
        assert.deepEqual(actorsIn(words), ['lavrov'])
      }
    })
    it('5: a paraphrase is nobody’s words between quotation marks', () => {
      let words = part(terminal, 'solely', 'war')
      checkNote(`@mearsheimer says that the US is “${words}” [^terminal].`, ['information second-hand terminal'])
    })
    it('6: a record that does not say whose it is, or when', () => {
      let files = note('Nobody knows [^terminal].')
      let told = (asked: CheckOptions) =>
        check('/a.note.md', files, asked)
          .filter(own => own.rule === 'source-incomplete')
          .map(({ severity, message }) => `${severity} ${message}`)
      let what = 'terminal has no title, no date and neither author nor publisher.'
      assert.deepEqual(told({}), [`information ${what}`])
      assert.deepEqual(told({ publish: true }), [`warning ${what}`])
    })
    it('10: confidence and likelihood in one sentence, divided', () => {
      let front = 'Judgement: We have high confidence that Ukraine will likely concede territory. {by=2026}'
      let found = checkNote(front, [
        'warning unsupported-judgement Judgement',
        'error likelihood-with-confidence high confidence',
        'warning unexplained-confidence high confidence'
      ])
      let [{ edits }] = found[1].fixes()
      assert.equal(
        edits[0].newText,
        'Judgement: We assess that Ukraine will likely concede territory. We have high confidence in this judgement.'
      )
    })
    it('11: an alias is the actor, a concept is not', () => {
      checkNote('The Atlantic alliance met; its security architecture stands.', [
        'hint unlinked-mention Atlantic alliance'
      ])
      checkNote('The Euro-Atlantic security architecture stands.', [])
    })
  })

  describe('a signed opinion piece with a footer (S2)', () => {
    it('1: sentences do not end at its abbreviations', () => {
      for (let own of ['eg. Iran', 'Md. Aslam', 'U.S. presidency'])
        assert.equal(parseNote(`They seek regimes ${own} and others.`).sentences.length, 1, own)
    })
    it('2, 3: quoted in any typography', () => {
      let words = part(pivot, 'US understands', 'now')
      assert.match(words, /’/)
      let workspace = workspaceOf(world)
      assert.equal(verdictIn(workspace, words.replace('’', "'"), ['pivot']).kind, 'folded')
      assert.equal(verdictIn(workspace, "'de-dollarisation'", ['pivot']).kind, 'folded')
    })
    it('4: somebody’s words as an opinion piece passes them on', () => {
      let words = part(pivot, 'US understands', 'now')
      checkNote(`@lavrov said that the “${words}” [^pivot].`, ['information second-hand pivot'])
    })
    it('8: the photo’s credit and the footer are not the author’s', () => {
      let words = part(pivot, 'Photo by', 'Wikimedia')
      let disclaimer = part(pivot, 'The views and opinions', 'author')
      let quotes = (source: string) =>
        check('/a.note.md', {
          ...note(`A caption reads “${words}” [^pivot]. The page adds “${disclaimer}” [^pivot].`),
          '/pivot.source.md': source
        }).map(own => own.rule)
      assert.deepEqual(quotes(world['/pivot.source.md']), [])
      assert.deepEqual(quotes(declared('/pivot.source.md', world, 3)), [
        'quote-from-boilerplate',
        'quote-from-boilerplate'
      ])
    })
    it('9: opinion alone makes no fact', () =>
      checkNote('Fact: The two states have little in common [^pivot].', [
        'information single-source Fact',
        'warning opinion-for-fact pivot'
      ]))
    it('10: a treaty has no role to be asked for', () => checkNote('The treaty @cfe was left in 2023 [^pivot].', []))
  })

  describe('an agency’s report on an aggregator’s page (S4)', () => {
    it('1: an ambiguous date, with both readings', () => {
      let files = { '/x.source.md': record('title: T\nissued: 02-05-2025', article) }
      let found = check('/x.source.md', files).filter(own => own.rule === 'invalid-record')
      assert.equal(found.length, 1)
      assert.deepEqual(
        found[0]
          .fixes()
          .map(own => own.edits[0].newText)
          .sort(),
        ['2025-02-05', '2025-05-02']
      )
    })
    it('2, 3, 14: quotations whose marks do not match, or hold a comma', () => {
      let workspace = workspaceOf(world)
      let kind = (words: string) => verdictIn(workspace, words, ['ap']).kind
      assert.match(kind(part(article, 'and there may', 'paid')), /exact|folded/)
      assert.match(kind(part(article, 'will stay', 'Russia,')), /exact|folded/)
      assert.match(kind(part(article, 'If there are restrictions', 'agreement,')), /exact|folded/)
    })
    it('4: two sentences joined without a mark for what is left out', () => {
      let workspace = workspaceOf(world)
      let [one, two] = [part(article, 'Is there any part', 'No'), part(article, 'all of this has', 'rhetoric')]
      assert.match(verdictIn(workspace, `${one} ${two}`, ['ap']).kind, /altered|absent/)
      assert.equal(verdictIn(workspace, `${one} […] ${two}`, ['ap']).kind, 'edited')
    })
    it('5: names misspelt or joined by a hyphen are the actor’s', () => {
      assert.deepEqual(actorsIn(part(mixed, 'Sctott', 'Bessent')), ['bessent'])
      assert.deepEqual(actorsIn(part(mixed, 'Steve-', 'Witkoff')), ['witkoff'])
    })
    it('6: one agency', () =>
      checkNote('Fact: An agreement on minerals was signed on 30 April 2025 [^ap].', [
        'information single-source Fact'
      ]))
    it('7: a hedge that the note drops', () => {
      let words = part(article, 'allowing Russia to keep', 'territories')
      checkNote(`Fact: The proposal included “${words}” [^ap].`, [
        'information single-source Fact',
        'warning hedge-dropped ap'
      ])
      checkNote(`Fact: The proposal apparently included “${words}” [^ap].`, ['information single-source Fact'])
    })
    it('8: one agency twice and another on the same interview are one origin', () => {
      let found = checkNote('Fact: The tariff stays at 25 per cent [^kyodo][^digest][^jiji]. {rating=B1}', [
        'information single-source Fact',
        'warning circular-sourcing digest',
        'warning circular-sourcing jiji',
        'warning overrated B1'
      ])
      // With what they share, for a reader to see.
      assert(found[1].related.length > 0)
    })
    it('9: a garbled quotation, of which another source has the whole', () => {
      let words = part(jiji, "They won't take", 'United States')
      checkNote(`He said “${words}” [^jiji].`, ["information quote-source-differs “They won't take our…"])
    })
    it('10: a figure that two sources give on different grounds is no drift', () =>
      checkNote('The duty is 27.5 per cent [^kyodo].\n\nOf it, 25 per cent is additional [^jiji].', []))
    it('11: a source without a name', () =>
      checkNote('Sources familiar with the matter say that the talks have stalled.', [
        'warning weasel-attribution Sources familiar with the matter say'
      ]))
    it('12: one quoted word', () => {
      checkNote('@lavrov calls it “imperative” [^ap].', ['information quote-short “imperative”'])
    })
    it('13: other articles on the page', () => {
      let files = { '/page.source.md': record(`title: T\n${named}kind: reporting`, mixed) }
      let words = part(kyodo, 'his administration is ready', 'send letters')
      let quotes = (source: string) =>
        check('/a.note.md', {
          '/page.source.md': source,
          '/a.note.md': `The report says that “${words}” [^page].`
        }).map(own => own.rule)
      assert.deepEqual(quotes(files['/page.source.md']), [])
      assert.deepEqual(quotes(declared('/page.source.md', files, 2)), ['quote-from-comment'])
    })
    it('15: the horizon of a ceasefire has passed', () => {
      let found = checkNote(
        'Forecast: The ceasefire from 8 May is likely to hold [^ap]. {by=2025-05-11}',
        ['information forecast-due by=2025-05-11'],
        { today: '2025-05-12' }
      )
      assert(found[0].fixes().length > 0)
      checkNote('Forecast: The ceasefire from 8 May is likely to hold [^ap]. {by=2025-05-11}', [], {
        today: '2025-05-11'
      })
    })
  })
}
