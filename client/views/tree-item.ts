import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { TreeLine } from '../../server/lsp/protocol'

// From a line's kind to VS Code's own icon and colour, and to what a screen reader says of it where its words do not.
let icons: { [kind: string]: [icon: string, colour?: string, spoken?: string] } = {
  error: ['error', 'list.errorForeground', 'Error'],
  warning: ['warning', 'list.warningForeground', 'Warning'],
  information: ['info', 'notificationsInfoIcon.foreground', 'Remark'],
  hint: ['info', 'descriptionForeground', 'Hint'],
  done: ['pass', 'testing.iconPassed', 'Done'],
  missing: ['circle-large-outline', 'list.warningForeground', 'Open'],
  unchecked: ['question', 'list.warningForeground', 'Not compared'],
  suppressed: ['mute', 'descriptionForeground', 'Suppressed'],
  quotations: ['quote'],
  forecast: ['calendar'],
  group: ['folder'],
  note: ['note'],
  source: ['book'],
  doubtful: ['book', 'list.warningForeground', 'Quotations to verify'],
  person: ['person', undefined, 'Person'],
  organization: ['organization', undefined, 'Organization'],
  country: ['globe', undefined, 'Country'],
  place: ['location', undefined, 'Place'],
  treaty: ['file-text', undefined, 'Treaty'],
  actor: ['account', undefined, 'Actor'],
  'key judgement': ['star-empty'],
  judgement: ['law'],
  fact: ['verified'],
  assumption: ['beaker'],
  gap: ['circle-slash'],
  indicator: ['pulse'],
  evidence: ['add'],
  against: ['remove']
}

/** A line as VS Code shows it. A click, or Enter, opens the place it leads to. */
export function treeItem(line: TreeLine): TreeItem {
  let { Collapsed, Expanded, None } = TreeItemCollapsibleState
  let item = new TreeItem(line.label, line.children ? (line.open ? Expanded : Collapsed) : None)
  let [icon, colour, spoken] = icons[line.kind] ?? ['circle-small']
  item.id = line.id
  item.description = line.description
  item.tooltip = line.tooltip ?? [line.label, line.description].filter(Boolean).join('\n')
  item.iconPath = new ThemeIcon(icon, colour ? new ThemeColor(colour) : undefined)
  item.accessibilityInformation = { label: [spoken, line.label, said(line.description)].filter(Boolean).join(', ') }
  item.contextValue = contextOf(line)
  if (line.at)
    item.command = {
      command: 'vscode.open',
      title: 'Open',
      arguments: [uriOf(line.at), { selection: rangeOf(line.at) }]
    }
  return item
}

/** As a voice reads it: `2× · line 8` as “2 times, line 8”. */
function said(description = '') {
  return description
    .replace(/(\d+)×/g, (_, count) => `${count} ${count === '1' ? 'time' : 'times'}`)
    .replaceAll(' · ', ', ')
}

// Words that the menus in package.json ask for.
function contextOf({ kind, record, insert, at, fixable }: TreeLine): string {
  return [kind, record && 'record', insert && 'insertable', at && 'placed', fixable && 'fixable']
    .filter(Boolean)
    .join(' ')
}

type Place = NonNullable<TreeLine['at']>

export let uriOf = ({ uri }: Place) => Uri.parse(uri)

export function rangeOf({ range: { start, end } }: Place) {
  return new Range(start.line, start.character, end.line, end.character)
}
