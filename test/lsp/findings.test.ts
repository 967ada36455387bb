import assert from 'node:assert'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CodeAction } from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, withServer } from './session'

describe('the server’s findings', () => {
  it('come and go as the note is typed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      await session.edit(brief, '@mehra', '@mehro')
      await session.findings(brief, 'unknown-actor at @mehro')
      await session.edit(brief, 'will sail', 'may sail')
      await session.findings(brief, 'unknown-actor at @mehro', 'quote-altered at may sail')
      await session.edit(brief, 'may sail', 'will sail')
      await session.edit(brief, '@mehro', '@mehra')
      await session.findings(brief)
    }))

  it('name their rule, its page and the passage they speak of', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.edit(brief, 'will sail', 'may sail')
      let [finding] = await session.findings(brief, 'quote-altered at may sail')
      assert(existsSync(fileURLToPath(finding.codeDescription!.href)))
      assert.equal(finding.source, 'provenote')
      assert.equal(finding.severity, 1)
      assert.equal(finding.relatedInformation?.[0].location.uri, session.uri('/sources/wire.source.md'))
    }))

  it('leave out what a client cannot show', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.edit(brief, 'will sail', 'may sail')
        let [finding] = await session.findings(brief, 'quote-altered at may sail')
        assert.deepEqual(Object.keys(finding).sort(), ['code', 'message', 'range', 'severity', 'source'])
      },
      { capabilities: {} }
    ))

  it('go with a quick fix', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.edit(brief, '@mehra', '@mehro')
      let diagnostics = await session.findings(brief, 'unknown-actor at @mehro')
      let actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: session.uri(brief) },
        range: diagnostics[0].range,
        context: { diagnostics }
      })
      let fix = actions.find(action => action.title.startsWith('Change to mehra'))
      await session.apply(fix!.edit!)
      await session.findings(brief)
      assert.match(session.text(brief), /Whether @mehra meant/)
    }))

  it('lead to the record that lacks something', () =>
    withServer(ferry.replace('issued: 2031-03-12\n', ''), async session => {
      await session.open(brief)
      let diagnostics = await session.findings(brief, 'source-incomplete at wire')
      let [{ command }] = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: session.uri(brief) },
        range: diagnostics[0].range,
        context: { diagnostics }
      })
      assert.ok(session.result.capabilities.executeCommandProvider!.commands.includes(command!.command))
      await session.connection.sendRequest('workspace/executeCommand', command!)
      await session.until('the record', () => session.logged.includes('shown /sources/wire.source.md 5:20'))
    }))

  it('go with a quick fix that makes a file', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.edit(brief, '[^wire]', '[^union]')
      let [finding] = await session.findings(brief, 'unknown-source at union')
      let [fix] = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: session.uri(brief) },
        range: finding.range,
        context: { diagnostics: [finding] }
      })
      await session.apply(fix.edit!)
      await session.watched(['/sources/union.source.md', 1])
      await session.findings(
        brief,
        'quote-unchecked at “the first boats will sail in May”',
        'source-incomplete at union'
      )
    }))

  it('of other open files follow a change in one', () =>
    withServer(`${ferry}=== /other.note.md\nGap: Where @tolen is.\n`, async session => {
      await session.open('/other.note.md')
      await session.findings('/other.note.md', 'unknown-actor at @tolen')
      await session.open('/actors.yaml')
      await session.edit('/actors.yaml', 'mehra:', 'tolen:\n  name: Brannoc Tolen\nmehra:')
      await session.findings('/other.note.md')
    }))

  it('follow a change in a source', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      await session.open('/sources/wire.source.md')
      await session.edit('/sources/wire.source.md', 'will sail', 'might sail')
      await session.findings(brief, 'quote-altered at will sail')
    }))

  it('are shown of lists of records, too', () =>
    withServer(ferry, async session => {
      await session.open('/actors.yaml')
      await session.edit('/actors.yaml', 'schema: Person', 'schema: Persona')
      await session.findings('/actors.yaml', 'invalid-record at Persona')
    }))

  it('follow the editor’s settings', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.edit(brief, '@mehra', '@mehro')
        let [finding] = await session.findings(brief, 'unknown-actor at @mehro')
        assert.equal(finding.severity, 3)
        session.options.settings = { rules: { 'unknown-actor': 'off' } }
        await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
        await session.findings(brief)
      },
      { settings: { rules: { 'unknown-actor': 'information' } } }
    ))

  it('follow settings that a client sends without being asked', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.edit(brief, '@mehra', '@mehro')
        await session.findings(brief, 'unknown-actor at @mehro')
        let settings = { provenote: { rules: { 'unknown-actor': 'off' } } }
        await session.connection.sendNotification('workspace/didChangeConfiguration', { settings })
        await session.findings(brief)
      },
      { capabilities: { ...capabilities, workspace: {} } }
    ))

  it('follow provenote.yaml as it is typed', () =>
    withServer(`${ferry}=== /provenote.yaml\nprofile: none\n`, async session => {
      await session.open(brief)
      await session.edit(brief, '@mehra', '@mehro')
      await session.findings(brief, 'unknown-actor at @mehro')
      await session.open('/provenote.yaml')
      await session.edit('/provenote.yaml', 'none\n', 'none\nrules:\n  unknown-actor: off\n')
      await session.findings(brief)
    }))

  it('stand in the right place with CRLF, astral characters and typing by ranges', () =>
    withServer('=== /a.note.md\n\n', async session => {
      await session.open('/a.note.md', 'Gap: 𝄞 𝄞 @no.\r\n\r\nGap: 𝄞 “𝄞” @nobody.\r\n')
      await session.findings('/a.note.md', 'unknown-actor at @no', 'unknown-actor at @nobody')
      await session.edit('/a.note.md', '“𝄞” ', '')
      await session.findings('/a.note.md', 'unknown-actor at @no', 'unknown-actor at @nobody')
      await session.edit('/a.note.md', '\r\n\r\nGap', ' Or')
      await session.findings('/a.note.md', 'unknown-actor at @no', 'unknown-actor at @nobody')
    }))

  it('are shown without a folder, too', () =>
    withServer(
      '=== /a.note.md\nGap: @nobody.\n',
      async session => {
        await session.open('/a.note.md')
        await session.findings('/a.note.md', 'unknown-actor at @nobody')
        await session.close('/a.note.md')
        await session.findings('/a.note.md')
      },
      { noFolder: true }
    ))
})
