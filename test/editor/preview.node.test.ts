// The page's web host has no Markdown extension of VS Code's own to show a preview with.
import assert from 'node:assert'
import * as vscode from 'vscode'
import { openNew, waitFor } from './support'

let render = (document: vscode.TextDocument) => vscode.commands.executeCommand<string>('markdown.api.render', document)

describe('the preview', () => {
  it('opens beside a note', async () => {
    await openNew('shown.note.md', '# Shown\n')
    await vscode.commands.executeCommand('provenote.openPreview')
    await waitFor('a tab with the preview', () =>
      vscode.window.tabGroups.all.some(group => group.tabs.some(tab => /^Preview shown/.test(tab.label)))
    )
  })

  it('numbers citations, and shows neither attributes nor front matter', async () => {
    let { document } = await openNew(
      'shown.note.md',
      '---\ntitle: Unseen\n---\n\nGap: Who paid? [^wire-0312, p. 2] {#g1}\n'
    )
    let html = await waitFor('the plugin is there', async () => {
      let html = await render(document)
      return html.includes('provenote') && html
    })
    assert.match(html, /<span class="provenote-label">Gap<\/span>: Who paid\?<sup class="provenote-citation">/)
    assert.match(html, /<ol>\s*<li id="provenote-note-1">.*, p\. 2<\/li>\s*<\/ol>/)
    assert.doesNotMatch(html, /Unseen|\{#g1\}/)
  })

  it('leaves other Markdown alone', async () => {
    let { document } = await openNew('other.md', 'Ask @arven. [^a]\n')
    assert.match(await render(document), /Ask @arven\. \[\^a\]/)
  })
})
