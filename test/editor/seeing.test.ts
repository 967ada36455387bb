import assert from 'node:assert'
import * as vscode from 'vscode'
import { open, openNew, rangeOf, ready, uriOf, waitFor } from './support'

let ask = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(`vscode.${command}`, ...args)

describe('a note shows', () => {
  before(ready)

  it('who mentions an actor, in every file', async () => {
    let { document } = await open('brief.note.md')
    let found = await ask<vscode.Location[]>('executeReferenceProvider', document.uri, rangeOf(document, '@okley').end)
    let files = new Set(found.map(({ uri }) => vscode.workspace.asRelativePath(uri)))
    for (let path of ['actors.yaml', 'brief.note.md', 'sources/hearing-0226.source.md'])
      assert.ok(files.has(path), path)
  })

  it('its outline, and the workspace’s symbols', async () => {
    let [first] = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', uriOf('brief.note.md'))
    assert.equal(first.name, 'Key judgements')
    assert.match(first.children[0].name, /^Judgement: @arven is likely/)
    assert.match(first.children[0].children[0].name, /^Because: /)
    let found = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'okley')
    assert.ok(found.some(({ containerName }) => containerName === '@okley'))
  })

  it('what speaks for and against a judgement', async () => {
    let { document } = await open('brief.note.md')
    let at = rangeOf(document, 'is likely to see').start
    let [item] = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', document.uri, at)
    let found = await ask<vscode.CallHierarchyIncomingCall[]>('provideIncomingCalls', item)
    assert.ok(found.some(({ from }) => from.name.startsWith('For: @mehra')))
    assert.ok(found.some(({ from }) => from.detail?.startsWith('against')))
  })

  it('lines above statements and records, which open the references', async () => {
    let lenses = async (path: string) => {
      let found = await ask<vscode.CodeLens[]>('executeCodeLensProvider', (await open(path)).document.uri, 1000)
      return found.map(({ command }) => command!)
    }
    let [statement] = await lenses('brief.note.md')
    assert.equal(statement.title, '3 sources, 2 against')
    assert.equal(statement.command, 'provenote.showReferences')
    let actor = (await lenses('actors/mehra.actor.md'))[0]
    assert.match(actor.title, /^\d+ mentions$/)
    await vscode.commands.executeCommand(actor.command, ...actor.arguments!)
    let source = (await lenses('sources/wire-0312.source.md'))[0]
    assert.match(source.title, /^\d+ citations, \d+ quotations?$/)
  })

  it('colours for what words are', async () => {
    let { document } = await open('brief.note.md')
    let legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri)
    let { data } = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri)
    let seen = new Set<string>()
    for (let at = 0; at < data.length; at += 5)
      for (let [bit, name] of legend.tokenModifiers.entries()) if (data[at + 4] & (1 << bit)) seen.add(name)
    for (let name of ['person', 'organization', 'place', 'verified']) assert.ok(seen.has(name), name)
    assert.ok(!seen.has('unverified'))
  })

  it('the band of a likelihood term, and the source of a citation once it is wanted', async () => {
    let { document } = await openNew(
      'hints.note.md',
      '---\nprofile: icd203\n---\nIt is likely to sail. So she said [^wire-0312].\n'
    )
    let whole = new vscode.Range(0, 0, document.lineCount, 0)
    let labels = async () =>
      (await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, whole)).map(({ label }) =>
        typeof label === 'string' ? label : label.map(part => part.value).join('')
      )
    assert.deepEqual(await labels(), ['55-80%'])
    let settings = vscode.workspace.getConfiguration('provenote')
    await settings.update('hints.citations', true, vscode.ConfigurationTarget.Workspace)
    try {
      let shown = await waitFor('hints', async () => ((await labels()).length === 2 ? labels() : undefined))
      assert.ok(
        shown.some(label => label.includes('Strait Wire') || label.includes('12 March 2031')),
        shown.join()
      )
    } finally {
      await settings.update('hints.citations', undefined, vscode.ConfigurationTarget.Workspace)
    }
  })

  it('sections, statements and front matter that fold', async () => {
    let { document } = await open('brief.note.md')
    let found = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document.uri)
    let lines = found.map(({ start }) => document.lineAt(start).text)
    for (let words of ['---', '# Key judgements', 'Judgement: @arven'])
      assert.ok(
        lines.some(line => line.startsWith(words)),
        words
      )
  })

  it('links that lead into the workspace and to the web alone', async () => {
    let { document } = await open('sources/wire-0312.source.md')
    let found = await ask<vscode.DocumentLink[]>('executeLinkProvider', document.uri, 100)
    for (let { target } of found) assert.match(String(target), /^(https?|file|vscode-test-web|vscode-remote):/)
  })
})
