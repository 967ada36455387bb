import assert from 'node:assert'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { checkFile, type Finding, parseNote, Workspace } from '../../server/core'
import { findSentences } from '../../server/core/parse/sentences'
import { verdictIn } from '../core/library'
import { random } from '../random'

// Captured articles, as they came from the web, beside the project. They are other people's work: what is tested is cut out of
// them here, and none of it is written down. Where the folder is missing there is nothing to test.
let folder = '../shared/corpus'
let names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : []

/** What is cut out of a text: its words with the white space between them. */
interface Passage {
  key: string
  tokens: string[]
  words: string
}

if (names.length > 0) {
  let texts = new Map(names.map(name => [name.replace('.txt', ''), readFileSync(`${folder}/${name}`, 'utf8')]))
  let workspace = new Workspace()
  workspace.roots = ['/w']
  for (let [key, text] of texts) {
    workspace.set(
      `/w/sources/${key}.source.md`,
      `---\ntitle: ${key}\nkind: reporting\nauthor: A\nissued: 2025\n---\n\n${text}`
    )
  }
  let plain = new Map([...texts].map(([key, text]) => [key, ` ${onlyWords(text)} `]))
  let verdict = (words: string, key: string) => verdictIn(workspace, words, [key]).kind
  let stands = (words: string, key: string) => !!plain.get(key)?.includes(` ${onlyWords(words)} `)

  let standsOnce = (words: string, key: string) => plain.get(key)?.split(` ${onlyWords(words)} `).length === 2

  // A number of whole words, first and last with a letter or digit. Within a line, if asked.
  let cutter = (seed: number) => {
    let pick = random(seed)
    let bodies = [...texts].map(([key, text]) => ({
      key,
      all: text.split(/(\s+)/),
      lines: text.split('\n').filter(line => line.length > 200)
    }))
    let cut = (least: number, most: number, inLine = false): Passage => {
      for (;;) {
        let { key, all, lines } = bodies[pick(bodies.length)]
        let parts = inLine ? lines[pick(lines.length)].split(/(\s+)/) : all
        let from = 2 * pick(Math.ceil(parts.length / 2))
        let tokens = parts.slice(from, from + 2 * (least + pick(most - least + 1)) - 1)
        let [first, last] = [tokens[0], tokens[tokens.length - 1]]
        if (tokens.length < 2 * least - 1 || !/[\p{L}\p{N}]/u.test(first ?? '') || !/[\p{L}\p{N}]/u.test(last)) continue
        return { key, tokens, words: tokens.join('') }
      }
    }
    return { pick, cut }
  }
  // One word of it changed, left out, put in or moved; undefined where that gives other words of the text.
  let alter = ({ tokens, key }: Passage, pick: (below: number) => number): string | undefined => {
    let changed = [...tokens]
    let at = 2 + 2 * pick((tokens.length - 3) >> 1)
    let way = pick(6)
    if (way === 0) changed[at] = ['zorbel', 'not', '41', 'Quillon'][pick(4)]
    if (way === 1) changed.splice(at, 2)
    if (way === 2) changed.splice(at, 0, ['never', 'quillish', '3'][pick(3)], ' ')
    if (way === 3) [changed[at], changed[at - 2]] = [changed[at - 2], changed[at]]
    if (way === 4)
      changed[at] = changed[at].replace(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u, last => (last === 'x' ? 'q' : 'x'))
    if (way === 5) changed[0] = changed[0].replace(/[\p{L}\p{N}]/u, first => (/\d/.test(first) ? '9' : 'q') + first)
    let words = changed.join('')
    // What stands in brackets is the writer's, and not compared.
    return stands(words, key) || words.includes('[') ? undefined : words
  }

  describe('real texts', () => {
    it('are read without a problem, as notes too', () => {
      for (let { problems, sources, captured } of workspace.files.values()) {
        assert.deepEqual([problems, sources[0].problems], [[], []])
        assert(captured)
      }
      for (let text of texts.values()) {
        for (let own of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\n\n> ')]) {
          for (let { from, to } of parseNote(own).sentences) assert(from < to && to <= own.length)
        }
      }
    })

    it('fall into sentences that hold all words, and none ends at an abbreviation', () => {
      for (let [key, text] of texts) {
        for (let line of text.split('\n')) {
          let found = findSentences(line, [], new Set()).map(({ from, to }) => line.slice(from, to))
          assert.equal(found.join('').replace(/\s/g, ''), line.replace(/\s/g, ''))
          for (let sentence of found.slice(0, -1)) {
            assert.doesNotMatch(
              sentence,
              /(?:^|[\s("'“])(?:Md|Mr|Dr|St|Mt|eg|e\.g|U\.S|U\.N|K\.K|Jan|Feb|Aug|Sept|Oct|Nov|Dec|\p{Lu})\.$/u
            )
            assert.match(sentence, /[.!?]/, key)
          }
          let ends =
            line.match(
              /(?<!(?<!\p{L})(?:\p{Lu}|Md|Mr|St|Mt|eg|Feb|Dec|Sept|Inc|Ltd))[.!?]["'”’)\]]*\s+["'“‘([-]*\s*[\p{Lu}\d]/gu
            )?.length ?? 0
          assert(
            Math.abs(found.length - 1 - ends) <= 1 + ends / 10,
            `${key}: ${found.length} sentences, about ${ends} ends`
          )
        }
      }
    })

    it('hold exactly what is cut out of them', () => {
      let { cut } = cutter(1)
      for (let round = 0; round < 400; round++) {
        let { key, words } = cut(3, 25)
        let found = verdictIn(workspace, words, [key])
        assert.match(found.kind, stands(words, key) ? /exact|folded/ : /none/, words)
        // Words that stand twice may differ in typography where they stand first.
        if (standsOnce(words, key)) assert.equal(found.kind, 'exact', words)
        let [{ path, from, to }] = found.passages
        let file = workspace.captured(key)!.text()
        assert.equal(onlyWords(file.slice(from, to)), onlyWords(words), path)
      }
    })

    it('hold what is cut out of them in any typography', () => {
      let { cut, pick } = cutter(2)
      let ways: { [way: string]: (words: string) => string } = {
        straight: own => own.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
        curly: own => own.replace(/(?<=^|[\s(])["']/g, '‘').replace(/["']/g, '’'),
        dashes: own => own.replace(/\s*—\s*/g, '–').replace(/ – /g, ' -- '),
        blanks: own => own.replace(/\s+/g, () => ['\u00a0', '\n', '  ', '\u2009'][pick(4)]),
        'soft hyphens': own => own.replace(/(\p{L}{3})(?=\p{L}{3})/gu, '$1\u00ad'),
        'zero-width': own => own.replace(/ /g, ' \u200b'),
        decomposed: own => own.normalize('NFD'),
        emphasis: own => own.replace(/(?<=\s)(\p{L}{4,})(?=\s)/u, ['*$1*', '_$1_', '**$1**'][pick(3)]),
        capital: own => own.replace(/^\p{L}/u, own => (/\p{Lu}/u.test(own) ? own.toLowerCase() : own.toUpperCase())),
        entities: own => own.replace(/["&’“”]/g, sign => `&#${sign.codePointAt(0)};`).replace(/ /, '&nbsp;'),
        comma: own => own.replace(/(?<=[\p{L}\p{N}])$/u, [',', '.'][pick(2)])
      }
      for (let round = 0; round < 400; round++) {
        let [way, write] = Object.entries(ways)[round % 11]
        let { key, words } = cut(3, 20)
        let written = write(words)
        assert.match(verdict(written, key), /exact|folded/, `${way}: ${written}`)
      }
    })

    it('never hold it with one word changed, left out, added or moved', () => {
      let { cut, pick } = cutter(3)
      for (let round = 0; round < 250; round++) {
        let passage = cut(4, 16)
        let words = alter(passage, pick)
        if (words) assert.match(verdict(words, passage.key), /altered|absent|elsewhere/, words)
      }
    })

    it('hold it with the middle left out, where a mark says so', () => {
      let { cut, pick } = cutter(4)
      let marks = ['[…]', '…', '[...]', '. . .', '...', '[. . .]']
      for (let round = 0; round < 250; round++) {
        let { key, tokens } = cut(9, 40, true)
        let gap = 2 * (1 + pick((tokens.length + 1) / 2 - 7))
        let head = tokens.slice(0, 5).join('')
        let tail = tokens.slice(5 + gap + 1).join('')
        if (!/[\p{L}\p{N}]/u.test(tokens[4]) || !/^["'“‘(]*[\p{L}\p{N}]/u.test(tail)) continue
        let words = `${head} ${marks[pick(marks.length)]} ${tail}`
        assert.equal(verdict(words, key), 'edited', words)
      }
    })

    it('never hold halves from far apart, or the wrong way round', () => {
      let { cut, pick } = cutter(5)
      for (let round = 0; round < 150; round++) {
        let { key, tokens } = cut(12, 20, true)
        let half = 2 * (tokens.length >> 2)
        let [one, two] = [tokens.slice(0, half - 1).join(''), tokens.slice(half).join('')]
        if (!standsOnce(one, key) || !standsOnce(two, key)) continue
        let turned = `${two} […] ${one}`
        assert.match(verdict(turned, key), /altered|absent/, turned)
        let text = texts.get(key)!
        let far = text.indexOf(' ', Math.min(text.indexOf(two), text.length - 1) + two.length + 1500 + pick(1000))
        let other = far < 0 ? '' : text.slice(far + 1, far + 60).replace(/\s+\S*$/, '')
        if (other.split(/\s+/).length < 4 || !standsOnce(other, key)) continue
        let stitched = `${one} […] ${other}`
        assert.match(verdict(stitched, key), /altered|absent/, stitched)
      }
    })

    describe('quoted in a note', () => {
      // In running text, between straight marks, as the words relied on, and as a block quote.
      let forms = [
        (words: string, key: string) => `She writes “${words}” [^${key}].`,
        (words: string, key: string) => `She writes "${words}" [^${key}].`,
        (words: string, key: string) => `She writes of it.[^${key}, "${words}"]`,
        (words: string, key: string) => `> ${words} [^${key}]`
      ]
      let findings = (paragraphs: string[]): Finding[] => {
        let work = checkFile(workspace, '/w/a.note.md', `---\nstatus: final\n---\n\n${paragraphs.join('\n\n')}\n`)
        workspace.set('/w/a.note.md', '')
        for (;;) {
          let step = work.next()
          if (step.done) return step.value.findings
        }
      }
      // What a writer would have to escape is left to other tests.
      let isPlain = (words: string) => !/["“”[\]*_`<>@|•\\]|--/.test(words)
      let quotable = (seed: number) => {
        let { cut, pick } = cutter(seed)
        let next = (): Passage => {
          for (;;) {
            let passage = cut(4, 30, true)
            if (isPlain(passage.words)) return passage
          }
        }
        return { next, pick }
      }

      it('they are left in peace', () => {
        let { next } = quotable(6)
        let paragraphs = Array.from({ length: 120 }, (_, round) => {
          let { words, key } = next()
          return forms[round % forms.length](words, key)
        })
        let found = findings(paragraphs)
        // That the text goes on with “but” is said for the writer's information, and true.
        assert.deepEqual(
          found.filter(own => own.severity !== 'information').map(own => `${own.rule}: ${own.message}`),
          []
        )
      })

      it('they are marked once each when they are altered', () => {
        let { next, pick } = quotable(7)
        let paragraphs: string[] = []
        while (paragraphs.length < 80) {
          let passage = next()
          let words = alter(passage, pick)
          if (words && [...texts.keys()].every(key => !stands(words, key)))
            paragraphs.push(forms[paragraphs.length % forms.length](words, passage.key))
        }
        let found = findings(paragraphs)
        assert(found.every(own => /^quote-(?:altered|not-found)$/.test(own.rule)))
        assert.equal(found.length, paragraphs.length)
        // Each where it is: one finding to a paragraph.
        let ends = paragraphs.map(
          (_, k) => paragraphs.slice(0, k + 1).join('\n\n').length + '---\nstatus: final\n---\n\n'.length
        )
        for (let [k, own] of found.entries()) assert(own.to <= ends[k] && own.from >= (ends[k - 1] ?? 0), paragraphs[k])
      })
    })
  })
}

function onlyWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
