/**
 * Positions are counted in UTF-16, whatever else a client offers, by every request. The law: a letter of two units is answered like a
 * pair of letters of one, so whoever counts letters or bytes is off; and what a client offers changes nothing.
 */
import assert from 'node:assert'
import type { CallHierarchyItem, ClientCapabilities, CodeLens } from 'vscode-languageserver/node'
import { capabilities, positionAt, type Session, withServer } from './session'

/** Letters without case: of one beyond the first plane, the two within it that stand for it. The accent is a sign of its own. */
let twins = [
  ['𐀀', 'ⴰⴱ'],
  ['𐀂', 'ⴳⴷ']
]
let note = '/a.note.md'
let files = `
=== ${note}
---
as-of: 2031-03-14
---
# 𐀀𐀂 and the quay

𐀀e\u0301 Then @mehra said “𐀂 boats will sail” [^wire, p. 2, @mehra] to @nobody.
So 𐀀𐀂 came; [words 𐀂](@mehra) and [𐀀](b.note.md#f1) for "40 per cent" [^wire].

Judgement: 𐀀e\u0301 It is likely that @mehra sails. {#kj1 by=2031-06-30}
- For: 𐀂 the “𐀂 boats will sail” [^wire]; Mehra 𐀂 Dal came.
- Against: 𐀂𐀂 nothing; see [^nothing] “𐀀 no boats will sail” [^wire].

> 𐀀 a block that is not there [^wire].
=== /b.note.md
Fact: 𐀂𐀂 @mehra fell [^wire]; see [kj1](a.note.md#kj1). {#f1}
=== /actors.yaml
mehra: {schema: Person, name: Mehra 𐀂 Dal, alias: [𐀀𐀂]}
=== /wire.source.md
---
title: 𐀀 Talks end
author: 𐀂 Bransome
issued: 2031-03-12
---
𐀀e\u0301 She said that 𐀂 boats will sail in May.
`
/** A text with each letter of two units as its pair. */
let paired = (text: string) => twins.reduce((text, [letter, pair]) => text.replaceAll(letter, pair), text)

let { publishDiagnostics, ...others } = capabilities.textDocument!
let able: ClientCapabilities = {
  ...capabilities,
  textDocument: {
    ...others,
    diagnostic: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true }
  }
}
let settings = { hints: { citations: true, likelihood: true }, references: { unlinkedNames: true } }

let atPlaces: { [method: string]: object } = {
  'textDocument/hover': {},
  'textDocument/completion': {},
  'textDocument/definition': {},
  'textDocument/typeDefinition': {},
  'textDocument/references': { context: { includeDeclaration: true } },
  'textDocument/documentHighlight': {},
  'textDocument/linkedEditingRange': {},
  'textDocument/prepareRename': {},
  'textDocument/rename': { newName: 'other' },
  'textDocument/selectionRange': {},
  'textDocument/codeAction': { context: { diagnostics: [] } }
}
let hierarchy = 'textDocument/prepareCallHierarchy'
let ofNotes = [
  'textDocument/documentLink',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'textDocument/inlayHint',
  'textDocument/codeLens',
  'textDocument/diagnostic'
]

/** What every request answers, at every word of the note or about all of it, by request and place. */
async function answers(files: string, ...positionEncodings: string[]): Promise<Map<string, string>> {
  let found = new Map<string, string>()
  let act = async (session: Session) => {
    assert.equal(session.result.capabilities.positionEncoding, 'utf-16')
    await session.indexed()
    await session.open(note)
    let textDocument = { uri: session.uri(note) }
    let ask = async <T>(method: string, what: string, params: object): Promise<T> => {
      found.set(`${method} ${what}`, '')
      // A refusal is an answer, too.
      let answer = await session.connection.sendRequest(method, params).catch(error => error.message)
      found.set(
        `${method} ${what}`,
        JSON.stringify(answer ?? null)
          .replaceAll(session.uri(''), '')
          .replaceAll(session.folder, '')
      )
      return answer as T
    }
    let text = session.text(note)
    let asked: Promise<unknown>[] = []
    for (let [method, more] of Object.entries(atPlaces))
      for (let offset of wordsIn(text)) {
        let position = positionAt(text, offset)
        let places = { position, positions: [position], range: { start: position, end: position } }
        asked.push(ask(method, `at ${offset}`, { textDocument, ...places, ...more }))
      }
    await Promise.all(asked)
    let position = positionAt(text, text.indexOf('likely'))
    let items = await ask<CallHierarchyItem[]>(hierarchy, 'of a judgement', { textDocument, position })
    for (let item of items)
      for (let calls of ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'])
        await ask(calls, 'of it', { item })
    let range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) }
    for (let method of ofNotes) {
      let all = await ask<CodeLens[]>(method, 'of the note', { textDocument, range })
      if (!method.endsWith('codeLens')) continue
      for (let [index, lens] of all.entries()) await ask('codeLens/resolve', String(index), lens)
    }
    await ask('workspace/symbol', 'of the workspace', { query: '' })
  }
  await withServer(files, act, { capabilities: { ...able, general: { positionEncodings } }, settings })
  return found
}

/** Offsets behind the first letter of each word, or behind its pair. */
function wordsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\S)(?:ⴰⴱ|ⴳⴷ|\S)/gu)].map(({ index, 0: first }) => index + first.length)
}

let lines = (answers: Map<string, string>) => [...answers].map(([asked, answer]) => `${asked}: ${answer}`).join('\n')

/** Says of many lines only the first that differ. */
function same(found: string, wanted: string) {
  let other = wanted.split('\n')
  for (let [index, line] of found.split('\n').entries()) assert.equal(line, other[index])
  assert.equal(found, wanted)
}

describe('every request counts in UTF-16', () => {
  let found: Map<string, string>
  before(async () => {
    found = await answers(files)
  })
  it('letters of two units like pairs of letters of one', async () =>
    same(paired(lines(found)), lines(await answers(paired(files)))))
  it('whatever a client offers besides', async () =>
    same(lines(await answers(files, 'utf-8', 'utf-32', 'utf-16')), lines(found)))
  it('and has been asked for something', () => {
    for (let method of [...Object.keys(atPlaces), ...ofNotes])
      assert.ok(
        [...found].some(([asked, answer]) => asked.startsWith(`${method} `) && /\d/.test(answer)),
        method
      )
  })
})
