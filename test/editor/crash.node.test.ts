// In the web host the server is a worker, which no test can end from outside.
import assert from 'node:assert'
import { execFileSync } from 'node:child_process'
import { commands } from 'vscode'
import { hoverAt, openNew, rangeOf, ready, type, waitFor, waitForRules } from './support'

/** The process of the server: a child of this one. */
function serverProcess(): number | undefined {
  for (let line of execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')) {
    let found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    if (found && Number(found[2]) === process.pid && /dist[/\\]server\.js/.test(found[3])) return Number(found[1])
  }
  return undefined
}

describe('a server that crashes', () => {
  it('is started again, and knows what was typed and not saved', async () => {
    await ready()
    let editor = await openNew('crash.note.md', 'Gap: What @mehra knew.\n')
    await waitForRules(editor.document.uri)
    await type('Gap: What @nobody said.\n\n')
    await waitForRules(editor.document.uri, 'unknown-actor')
    let before = serverProcess()
    assert.ok(before, 'the server is a child process')
    process.kill(before, 'SIGKILL')
    await waitFor('another server', () => {
      let now = serverProcess()
      return now !== undefined && now !== before
    })
    await type('Gap: What @noone said.\n\n')
    await waitForRules(editor.document.uri, 'unknown-actor', 'unknown-actor')
    assert.match(await hoverAt(editor.document.uri, rangeOf(editor.document, '@mehra').end), /Sunniva Mehra/)
    assert.equal(editor.document.getText().match(/@no(?:body|one)/g)?.length, 2)
    assert.ok(editor.document.isDirty)
  })

  it('can be started again by the writer', async () => {
    let editor = await openNew('restart.note.md', 'Gap: What @mehra knew.\n')
    await waitForRules(editor.document.uri)
    let before = serverProcess()
    await commands.executeCommand('provenote.restartServer')
    await waitFor('another server', () => ![undefined, before].includes(serverProcess()))
    await type('Gap: What @nobody said.\n\n')
    await waitForRules(editor.document.uri, 'unknown-actor')
  })
})
