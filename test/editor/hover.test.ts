import assert from 'node:assert'
import markdownIt from 'markdown-it'
import * as vscode from 'vscode'
import { hoverAt, open, openNew, rangeOf, ready, waitFor, write } from './support'

let ownLinks = /\[([^\][]*)\]\(command:(provenote\.\w+)\?([A-Za-z0-9%]+)\)/g

async function cardOf(document: vscode.TextDocument, words: string) {
  let position = rangeOf(document, words).start.translate(0, Math.floor(words.length / 2))
  return waitFor(`a card on ${words}`, async () => (await hoverAt(document.uri, position)) || undefined)
}

describe('hover', () => {
  before(ready)

  it('says who an actor is at the date of the note', async () => {
    let { document } = await open('brief.note.md')
    let card = await cardOf(document, '@mehra')
    assert.match(card, /^\*\*Sunniva Mehra\*\* · Person/)
    assert.match(card, /Minister of Transport and Harbours.*\(since 2 September 2030\)/)
    assert.doesNotMatch(card, /Mayor/)
  })

  it('says what an actor says in the sources', async () => {
    let { document } = await open('brief.note.md')
    let card = await cardOf(document, '@okley')
    assert.match(card, /\*\*In their own words\*\*/)
    assert.match(card, /> .*We have a quarrel with two certificates/)
    assert.match(card, /> — .*Closure of the Karsa crossing.*27 February 2031/)
  })

  it('shows the passage that a citation rests on, with the verdict', async () => {
    let { document } = await open('brief.note.md')
    let card = await cardOf(document, '[^wire-0312].')
    assert.match(card, /Arven and Dorrany agree to reopen Karsa crossing, minister says/)
    assert.match(card, /“?The \*\*first boats will sail in May\*\*|\*\*The first boats will sail in May\*\*/)
    assert.match(card, /✓(<\/span>)? The source holds these words/)
  })

  it('says on a quotation what the source has instead', async () => {
    let { document } = await open('draft.note.md')
    let card = await cardOf(document, '“We will sign a date')
    assert.match(card, /✗(<\/span>)? The source says it differently/)
    assert.match(card, /\*\*not\*\*/)
  })

  it('links to the passage, which opens with its words selected', async () => {
    let { document } = await open('brief.note.md')
    let card = await cardOf(document, '[^wire-0312].')
    let links = [...card.matchAll(ownLinks)].map(([, words, command, query]) => ({ words, command, query }))
    assert.deepEqual(
      links.map(({ words, command }) => `${words}: ${command}`),
      ['Open passage: provenote.goToCitedPassage', 'Copy passage: provenote.copyCitedPassage']
    )
    let [place] = JSON.parse(decodeURIComponent(links[0].query))
    await vscode.commands.executeCommand(links[0].command, place)
    let { document: source, selection } = vscode.window.activeTextEditor!
    assert.match(source.uri.path, /wire-0312\.source\.md$/)
    assert.match(source.getText(selection), /^The first boats will sail in May$/)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })

  it('shows hostile words of a source as words', async () => {
    let hostile =
      'The boats [sail](command:workbench.action.quit) <img src=x onerror=alert(1)> in the harbour ' +
      '<script>alert(1)</script> https://evil.example www.evil.example $(bug) in May: ![a](https://evil.example/x.png).'
    await write('hostile.source.md', `---\ntitle: "<b>[Click](https://evil.example)</b>"\n---\n\n${hostile}\n`)
    let { document } = await openNew('hostile.note.md', 'They say “in the harbour” [^hostile].\n')
    let card = await waitFor('a card with the passage', async () => {
      let card = await cardOf(document, '[^hostile]').catch(() => '')
      return card.includes('alert') && card
    })
    let shown = markdownIt({ html: true, linkify: true }).render(card.replace(ownLinks, '$1'))
    assert.doesNotMatch(shown, /<(a|img|script|b)\b/)
    assert.match(shown, /The boats \[sail\]\(command:workbench\.action\.quit\) &lt;img src=x onerror=alert\(1\)&gt;/)
  })
})
