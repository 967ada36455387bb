/**
 * What Provenote's own editor client and the server say to one another beyond the Language Server Protocol: plain method
 * names and plain shapes, so that either side may import this file and nothing comes with it. Positions and ranges are the
 * protocol's: zero-based lines, columns in the negotiated encoding. Another editor needs none of it.
 */

export interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}

// ---------------------------------------------------------------- client to server, requests

/**
 * Check every file, not only the open ones. The server reports work-done progress under the given token, publishes the
 * findings of all files as diagnostics, and stops when the request is cancelled.
 */
export const checkWorkspace = 'provenote/checkWorkspace'
export interface CheckWorkspaceParams {
  workDoneToken?: string | number
}
/** The same numbers as the command line's summary. */
export interface CheckWorkspaceResult {
  files: number
  error: number
  warning: number
  information: number
  hint: number
  suppressed: number
}

/** Where the passage stands that the citation or quotation at this place relies on; null when there is none. */
export const citedPassage = 'provenote/citedPassage'
export interface CitedPassageParams {
  uri: string
  position: Position
  /** Key of the source that is meant, where several are cited. */
  source?: string
}
export type CitedPassageResult = { uri: string; range: Range } | null

/** The same passage's sentence and a line that says where it is from, as plain text to be pasted; null when there is none. */
export const copiedPassage = 'provenote/copiedPassage'
export type CopiedPassageResult = { text: string } | null
/**
 * The client's commands that go to the cited passage and copy it; without an argument that of the cursor, else one argument,
 * `CitedPassageParams`. Cards link to them for clients that say they have them and trust no other link.
 */
export const passageCommands = ['provenote.goToCitedPassage', 'provenote.copyCitedPassage'] as const

/** The passages of the sources that may support the sentence at this place, best first; null where no sentence stands. */
export const findSupport = 'provenote/findSupport'
export interface FindSupportParams {
  uri: string
  position: Position
}
export type FindSupportResult = {
  sentence: Range
  /** The sentence, on one line. */
  words: string
  passages: SupportingPassage[]
} | null
/** Every string is plain text on one line. */
export interface SupportingPassage {
  /** The source's key. */
  key: string
  title: string
  /** Container and date, as far as they are known. */
  published: string
  words: string
  /** What the passage shares with the sentence. */
  why: string
  /** Where the passage stands. */
  uri: string
  range: Range
  /** Cites the source behind the sentence's words. */
  edit: { range: Range; newText: string }
}
/**
 * The client's command that asks for support of the sentence at a place and lets the writer choose; its arguments are a URI and a position.
 * Code actions name it for clients that say they have it.
 */
export const findSupportCommand = 'provenote.findSupport'
/** The server's own command, of any client that shows documents when it is asked to: called with a URI and a range. */
export const openCommand = 'provenote.open'

/**
 * The client's command that shows where something is named; its arguments are a URI, a position and, where the server knows them
 * already, the locations to show. Code lenses name it for clients that say they have it.
 */
export const showReferencesCommand = 'provenote.showReferences'

/** What the context of a request for references may say besides: find names without a link as well, or not, whatever the options say. */
export interface ReferencesAsked {
  includeDeclaration: boolean
  unlinkedNames?: boolean
}

/** What keys stand for, to be shown to a reader in the preview. */
export const names = 'provenote/names'
export interface NamesResult {
  /** From an actor's key to its name. */
  actors: { [key: string]: string }
  /** From a source's key to one line of plain text: author, title, container, date, as far as they are known. */
  sources: { [key: string]: string }
}

// ---------------------------------------------------------------- the side bar and the status bar
// All words are plain text; only a tooltip has more than one line.

/** What an open note is measured by; null for other files. */
export const noteState = 'provenote/noteState'
export interface NoteStateParams {
  uri: string
}
/** `profile` is `none` where no standard is in force. */
export type NoteStateResult = {
  profile: string
  status: 'draft' | 'final'
  mentions: number
  citations: number
} | null

/** What stands between an open note and publishing it; null for other files. It is checked as if it were final. */
export const checklist = 'provenote/checklist'
export interface ChecklistParams {
  uri: string
}
export type ChecklistResult = {
  title: string
  profile: string
  status: 'draft' | 'final'
  /** Findings that block. */
  blocking: number
  /** The same in one sentence. */
  summary: string
  lines: TreeLine[]
} | null

/** The actors, the sources or the statements of the workspace: the lines at the top of a view, or those beneath one. */
export const actors = 'provenote/actors'
export const sources = 'provenote/sources'
export const statements = 'provenote/statements'
export interface ViewParams {
  /** The id of the line whose lines beneath are asked for. */
  parent?: string
  /** Words to look for: then the lines at the top are those found, the best first. */
  filter?: string
  /** Actors: `mentions`. Sources: `date`, `reliability`, `citations`. Else by name. */
  order?: string
}
export type ViewResult = TreeLine[]

/** A line of a tree. */
export interface TreeLine {
  /** Tells it from the other lines of the tree; it stays the same while the line means the same. */
  id: string
  /** What it is: the client has an icon for each. */
  kind: string
  label: string
  description?: string
  tooltip?: string
  /** Whose record it stands for. */
  record?: { kind: 'actor' | 'source'; key: string }
  /** What a note says of it: written at the cursor, or where it is dropped. */
  insert?: string
  /** Where it leads. */
  at?: { uri: string; range: Range }
  /** A finding that has a fix. */
  fixable?: boolean
  /** The lines beneath; `asked` when the client asks for them. */
  children?: TreeLine[] | 'asked'
  /** Shown with its lines beneath. */
  open?: boolean
}

/** What the views of the side bar show has changed. Carries nothing, and comes at most a few times a second. */
export const viewsChanged = 'provenote/viewsChanged'
/** What may be pasted into a note in place of a text that is an address, or words with their address; none for other texts. */
export const paste = 'provenote/paste'
export interface PasteParams {
  uri: string
  /** What is replaced. */
  range: Range
  text: string
}
export type PasteResult = Insertion[]

/** What names files that are dropped onto a note; null where one of them is none that can be named. */
export const drop = 'provenote/drop'
export interface DropParams {
  uri: string
  dropped: string[]
}
export type DropResult = Insertion | null

export interface Insertion {
  title: string
  insertText: string
  /** The protocol's `WorkspaceEdit`, to be made with it. */
  edit?: object
}

/**
 * Make one actor of two. The answer is an edit every part of which waits for the writer's consent, and the two records, to be looked at
 * before; or why it is refused.
 */
export const mergeActors = 'provenote/mergeActors'
export interface MergeActorsParams {
  /** Key of the actor that goes. */
  gone: string
  /** Key of the actor that stays. */
  kept: string
}
export type MergeActorsResult =
  | { refused: string }
  | {
      /** The protocol's `WorkspaceEdit`. */
      edit: object
      gone: { uri: string; range: Range }
      kept: { uri: string; range: Range }
    }

// ---------------------------------------------------------------- server to client, notification

/** What `names` would answer has changed. Carries nothing: who shows no preview need not ask. */
export const namesChanged = 'provenote/namesChanged'

// ---------------------------------------------------------------- server to client, requests
// For hosts without a disk of the server's own: the browser, and virtual workspaces. Both answer for what lies inside
// a workspace folder only; a file elsewhere does not exist.

/** The URIs of the files in a workspace folder that match `relevantFiles`; what `.gitignore` says is left to the server. */
export const listFiles = 'provenote/listFiles'
export interface ListFilesParams {
  /** Of the workspace folder. */
  uri: string
}
export type ListFilesResult = string[]

/** The bytes of a file; null when it cannot be read. */
export const readFile = 'provenote/readFile'
export interface ReadFileParams {
  uri: string
  /** In bytes: of a larger file only the size is sent. */
  limit?: number
}
/** Base64, because the same message travels as JSON between processes and by `postMessage` to a worker. */
export type ReadFileResult = { size: number; base64?: string } | null

/** Sent with `initialize` as `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the client answers `listFiles` and `readFile`. A server with a disk may still prefer it for `file:` URIs. */
  files?: boolean
  /** Path of a folder, on the server's machine, in which it may keep what it read of the workspace's files for the next time. */
  storage?: string
  /** Address of the folder with the rules' pages, for the links behind findings. */
  pages?: string
  /** Whether the client has the command `showReferencesCommand`. */
  showReferences?: boolean
  /** Whether the client has the command `findSupportCommand`. */
  findSupport?: boolean
  /** Whether the client shows views, and wants to hear `viewsChanged`. */
  views?: boolean
  /** Whether the client shows what keys stand for, and wants to hear `namesChanged`. */
  names?: boolean
  /** Whether the client has `passageCommands`, lets cards link to these only, and shows coloured words. */
  passageCommands?: boolean
}

/** Everything that is read in a workspace folder, as globs that both VS Code and the protocol's watchers understand. */
export const relevantFiles = [
  '**/*.{note,source,actor}.md',
  '**/{actors,sources}.yaml',
  '**/*.{actors,sources}.yaml',
  '**/provenote.yaml',
  '**/*.bib',
  '**/*.csl.json',
  '**/.gitignore'
]
