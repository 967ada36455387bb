import assert from 'node:assert'
import { toPosition } from '../../server/features/convert'
import { legend, semanticTokens } from '../../server/features/semantic-tokens'
import { done, people, world } from './support'

/** The coloured words of the open note, each with its type and modifiers. */
function checkTokens(source: string, ...expected: string[]) {
  let { workspace, path, text } = world(source)
  assert.deepEqual(decode(text(path), done(semanticTokens(workspace, path))), expected)
}

function decode(text: string, data: number[]): string[] {
  let lines = text.split(/\r\n|\r|\n/)
  let [line, start] = [0, 0]
  let found: string[] = []
  for (let at = 0; at < data.length; at += 5) {
    let [down, along, length, type, bits] = data.slice(at, at + 5)
    line += down
    start = down ? along : start + along
    assert.ok(length > 0 && start + length <= lines[line].length, 'a token stays on its line')
    let modifiers = legend.tokenModifiers.filter((_, index) => bits & (1 << index))
    found.push([`${lines[line].slice(start, start + length)} ${legend.tokenTypes[type]}`, ...modifiers].join('.'))
  }
  return found
}

let wire = '\n=== /w.source.md\n---\ntitle: x\n---\nMehra said the first boats will sail in May.\n'

describe('semantic tokens', () => {
  it('tell mentions apart by the kind of actor', () =>
    checkTokens(
      `<|>@mehra of @arven and @dock-union, [she](@mehra) and @nobody.${people}`,
      '@mehra class.person',
      '@arven class.place',
      '@dock-union class.organization',
      'she class.person',
      '@mehra class.person',
      '@nobody class.unknown'
    ))
  it('tell citations of known sources from others, and who speaks in them', () =>
    checkTokens(
      `<|>It sails [^w, p. 1, @mehra] and [^gone].${wire}${people}`,
      'w variable.readonly',
      '@mehra class.person',
      'gone variable.unknown'
    ))
  it('tell verified quotations from others, and leave what was not compared', () =>
    checkTokens(
      `<|>“first boats will sail” [^w] and “first boats have sunk” [^w] and “some words of theirs” [^old] and “unbound words here”.${wire}\n=== /sources.yaml\nold: {title: y}\n`,
      '“first boats will sail” string.verified',
      'w variable.readonly',
      '“first boats have sunk” string.unverified',
      'w variable.readonly',
      '“some words of theirs” string',
      'old variable.readonly',
      '“unbound words here” string'
    ))
  it('go around what lies inside, line by line, without marks of block quotes', () =>
    checkTokens(
      `<|>> “the first\n> boats @mehra said\n> will sail” [^w]${wire}${people}`,
      'the first string.unverified',
      'boats string.unverified',
      '@mehra class.person',
      'said string.unverified',
      'will sail string.unverified',
      'w variable.readonly'
    ))
  it('mark labels and likelihood terms of the profile', () =>
    checkTokens(
      `<|>---\nprofile: icd203\n---\n**Judgement:** It is very likely to sail. {likelihood=probable}\n- Against: a likely story.\n`,
      'Judgement keyword',
      'very likely enumMember',
      'probable enumMember',
      'Against keyword'
    ))
  it('mark no likelihood where there is no scale', () =>
    checkTokens('<|>Judgement: It is likely to sail.\n', 'Judgement keyword'))
  it('mark nothing in code and sources', () => {
    checkTokens('<|>`@mehra` and <!-- @arven -->\n')
    checkTokens('=== /w.source.md\n<|>---\ntitle: x\n---\nFact: @mehra “said so and so” [^w]\n')
  })
  it('can be asked for a part', () => {
    let { workspace, path, text } = world('<|>Fact: @a\n\nFact: @b\n\nFact: @c\n')
    let lines = workspace.lines(path)
    let range = { start: toPosition(lines, 10), end: toPosition(lines, 18) }
    assert.deepEqual(decode(text(path), done(semanticTokens(workspace, path, range))), [
      'Fact keyword',
      '@b class.unknown'
    ])
  })
  it('of a part search no source, and say what is known already', () => {
    let { workspace, path, text } = world(`<|>“first boats will sail” [^w]${wire}`)
    let range = { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } }
    let shown = () => decode(text(path), done(semanticTokens(workspace, path, range)))
    assert.deepEqual(shown(), ['“first boats will sail” string'])
    done(semanticTokens(workspace, path))
    assert.deepEqual(shown(), ['“first boats will sail” string.verified'])
  })
})
