import {
  commands,
  DataTransferItem,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeDragAndDropController,
  window
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  actors,
  sources,
  statements,
  type TreeLine,
  type ViewParams,
  type ViewResult,
  viewsChanged
} from '../../server/lsp/protocol'
import { treeItem } from './tree-item'

/** One of the views of the whole workspace. */
export interface WorkspaceView {
  /** `actors`: of the view `provenote.actors` and its commands. */
  name: string
  /** What the server is asked. */
  request: string
  /** What one line is called. */
  one: string
  /** In which orders lines may stand, the usual one first, with what the server calls each. */
  orders: { label: string; order?: string }[]
}

/** The views of the whole workspace. */
export let workspaceViews: WorkspaceView[] = [
  {
    name: 'actors',
    request: actors,
    one: 'actor',
    orders: [{ label: 'By name' }, { label: 'Most mentioned first', order: 'mentions' }]
  },
  {
    name: 'sources',
    request: sources,
    one: 'source',
    orders: [
      { label: 'By title' },
      { label: 'Latest first', order: 'date' },
      { label: 'Most reliable first', order: 'reliability' },
      { label: 'Most cited first', order: 'citations' }
    ]
  },
  { name: 'statements', request: statements, one: 'statement', orders: [{ label: 'By note' }] }
]

/** How long, in milliseconds, a filter waits for the next letter. */
let patience = 120

/**
 * A view whose lines the server is asked for as they are opened, and again when the workspace has changed while the view is seen. It can
 * be filtered, put in another order, and its lines dragged into a note.
 */
export function workspaceView(client: BaseLanguageClient, { name, request, one, orders }: WorkspaceView) {
  let id = `provenote.${name}`
  let changed = new EventEmitter<void>()
  let filter = ''
  let order = orders[0]
  let isStale = false

  let provider: TreeDataProvider<TreeLine> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: line => (Array.isArray(line?.children) ? line.children : ask(line))
  }
  let view = window.createTreeView(id, {
    treeDataProvider: provider,
    dragAndDropController: intoNotes,
    showCollapseAll: true,
    canSelectMany: true
  })

  async function ask(line?: TreeLine): Promise<TreeLine[]> {
    let query: ViewParams = { parent: line?.id, filter: filter || undefined, order: order?.order }
    try {
      await client.start()
      let found = await client.sendRequest<ViewResult>(request, query)
      if (!line) view.message = filter && found.length === 0 ? `No ${one} matches “${filter}”.` : undefined
      return found
    } catch {
      // The client itself tells when there is no server.
      return []
    }
  }

  function show(by: { filter?: string; order?: WorkspaceView['orders'][number] }) {
    filter = by.filter ?? filter
    order = by.order ?? order
    view.description = filter ? `“${filter}”` : order === orders[0] ? undefined : order.label.toLowerCase()
    commands.executeCommand('setContext', `${id}.filtered`, filter !== '')
    changed.fire()
  }

  function askFilter() {
    let before = filter
    let timer: ReturnType<typeof setTimeout> | undefined
    let box = window.createInputBox()
    box.title = `Filter ${name}`
    box.placeholder = `Part of a name; nothing shows every ${one}`
    box.value = filter
    box.onDidChangeValue(value => {
      clearTimeout(timer)
      timer = setTimeout(() => show({ filter: value.trim() }), patience)
    })
    box.onDidAccept(() => {
      before = box.value.trim()
      box.hide()
    })
    box.onDidHide(() => {
      clearTimeout(timer)
      box.dispose()
      // What was only tried is taken back.
      show({ filter: before })
    })
    box.show()
  }

  async function askOrder() {
    let items = orders.map(own => ({ ...own, description: own === order ? 'as now' : undefined }))
    let chosen = await window.showQuickPick(items, { title: `Sort ${name}` })
    if (chosen) show({ order: orders[items.indexOf(chosen)] })
  }

  let parts: Disposable[] = [
    changed,
    view,
    client.onNotification(viewsChanged, () => {
      isStale = !view.visible
      if (view.visible) changed.fire()
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) changed.fire()
      isStale &&= !visible
    }),
    commands.registerCommand(`${id}.filter`, askFilter),
    commands.registerCommand(`${id}.clear`, () => show({ filter: '' }))
  ]
  if (orders.length > 1) parts.push(commands.registerCommand(`${id}.sort`, askOrder))
  return {
    provider,
    dragging: intoNotes,
    show,
    dispose() {
      for (let part of parts) part.dispose()
    }
  }
}

/** What a note says of a line goes with it, as text, into any editor. */
export let intoNotes: TreeDragAndDropController<TreeLine> = {
  dragMimeTypes: ['text/plain'],
  dropMimeTypes: [],
  handleDrag(lines, data) {
    let words = lines.flatMap(line => line.insert ?? []).join(' ')
    if (words) data.set('text/plain', new DataTransferItem(words))
  }
}
