/** Clients differ: in how they send text, how they get findings, and in which units they like to count. All get the same answers. */
import assert from 'node:assert'
import { readFileSync, rmSync } from 'node:fs'
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  MarkupContent
} from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, type Session, textIn, withServer, write } from './session'

let { publishDiagnostics, ...others } = capabilities.textDocument!
let pulling: ClientCapabilities = {
  ...capabilities,
  workspace: { ...capabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...others, diagnostic: { relatedInformation: true } }
}
let counting = (...positionEncodings: string[]) => ({ general: { positionEncodings } })

/** Types astral characters before a wrong name, and finds the finding and the card at the right place. */
async function checkPlaces(session: Session, full: boolean, rules: (session: Session) => Promise<string>) {
  await session.open(brief)
  assert.equal(await rules(session), '')
  await (full ? session.retype : session.edit).call(session, brief, 'Whether @mehra', 'Whether 𝄞𝄞 é @mehra and @nobody')
  assert.equal(await rules(session), 'unknown-actor at @nobody')
  let hover = await session.ask<Hover>('textDocument/hover', brief, '𝄞𝄞 é @me')
  assert.match((hover.contents as MarkupContent).value, /Dalia Mehra/)
  assert.equal(textIn(session.text(brief), hover.range!), '@mehra')
}

async function pulled(session: Session): Promise<string> {
  let { items } = await pull(session)
  return items.map(({ code, range }) => `${code} at ${textIn(session.text(brief), range)}`).join('\n')
}

async function pull(session: Session) {
  let textDocument = { uri: session.uri(brief) }
  let report: DocumentDiagnosticReport = await session.connection.sendRequest('textDocument/diagnostic', {
    textDocument
  })
  return report as Extract<DocumentDiagnosticReport, { kind: 'full' }>
}

async function pushed(session: Session): Promise<string> {
  let wanted = session.text(brief).includes('@nobody') ? ['unknown-actor at @nobody'] : []
  await session.findings(brief, ...wanted)
  return wanted.join('')
}

function encodingOf({ capabilities }: InitializeResult) {
  return capabilities.positionEncoding
}

describe('a client that', () => {
  for (let full of [false, true])
    for (let pulls of [false, true])
      for (let encodings of [[], ['utf-8', 'utf-16'], ['utf-16']]) {
        let how = [
          full ? 'sends whole texts' : 'sends changes',
          pulls ? 'asks for findings' : 'is sent findings',
          `counts in ${encodings.join(' or ') || 'what it does not say'}`
        ].join(', ')
        it(`${how}, gets right answers`, () =>
          withServer(
            ferry,
            async session => {
              // A client must take the unit it is told, and UTF-16 every client can.
              assert.equal(encodingOf(session.result), 'utf-16')
              assert.equal(!!session.result.capabilities.diagnosticProvider, pulls)
              await checkPlaces(session, full, pulls ? pulled : pushed)
              if (pulls) assert.equal(session.published.size, 0)
            },
            { capabilities: { ...(pulls ? pulling : capabilities), ...counting(...encodings) } }
          ))
      }

  it('asks for findings is told to ask again when a record changes', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        assert.equal(await pulled(session), '')
        await session.until('the first reading has been told', () => session.refreshes > 0)
        let before = session.refreshes
        await session.open('/actors.yaml')
        await session.edit('/actors.yaml', 'mehra:', 'mehro:')
        // What is not asked for is not read either: any request brings the workspace up to date.
        assert.equal(await pulled(session), 'unknown-actor at @mehra')
        await session.until('a refresh', () => session.refreshes > before)
      },
      { capabilities: pulling }
    ))

  it('asks for findings of a file that is not open gets none', () =>
    withServer(
      ferry,
      async session => {
        assert.deepEqual(await pull(session), { kind: 'full', items: [] })
      },
      { capabilities: pulling }
    ))
})

describe('a branch switch', () => {
  let pathOf = (i: number) => `/n/${i}.actors.yaml`
  let many = Array.from({ length: 1000 }, (_, i) => `=== ${pathOf(i)}\nk${i}:\n  name: Name ${i}\n`).join('')

  it('that changes a thousand files has the open note checked once', () =>
    withServer(ferry + many, async session => {
      await session.indexed()
      await session.open(brief, `${readFileSync(session.folder + brief, 'utf8')}\nGap: What @k999 and @j999 did.\n`)
      await session.findings(brief, 'unknown-actor at @j999')
      let before = session.publishes.filter(uri => uri === session.uri(brief)).length
      for (let i = 0; i < 1000; i++) write(session.folder + pathOf(i), `j${i}:\n  name: Name ${i}\n`)
      await session.watched(...Array.from({ length: 1000 }, (_, i): [string, 2] => [pathOf(i), 2]))
      await session.findings(brief, 'unknown-actor at @k999')
      let after = session.publishes.filter(uri => uri === session.uri(brief)).length
      assert.equal(after - before, 1)
    }))

  it('that takes a thousand files away has the open note checked once', () =>
    withServer(ferry + many, async session => {
      await session.indexed()
      await session.open(brief, `${readFileSync(session.folder + brief, 'utf8')}\nGap: What @k999 did.\n`)
      await session.findings(brief)
      let before = session.publishes.filter(uri => uri === session.uri(brief)).length
      rmSync(`${session.folder}/n`, { recursive: true })
      await session.watched(...Array.from({ length: 1000 }, (_, i): [string, 3] => [pathOf(i), 3]))
      await session.findings(brief, 'unknown-actor at @k999')
      let after = session.publishes.filter(uri => uri === session.uri(brief)).length
      assert.equal(after - before, 1)
    }))
})
