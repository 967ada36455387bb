import type { Claim } from '../claims'
import type { Actor, Fix, Note, Opening, Problem, Related, Severity, Source, Span, Suppression } from '../model'
import type { Options } from '../options'
import type { Verdict } from '../verify'
import type { Workspace } from '../workspace'

/** `off`: the rule does not run. */
export type Level = Severity | 'off'

/** One rule: one id, one file, one page beside it. An id is never renamed or reused. */
export interface Rule {
  id: string
  /** By the note's status; a profile's column overrides both. Records and lists of records count as drafts. */
  severity: { draft: Level; final: Level; profiles?: { [profile: string]: Level } }
  /** The standard it rests on, in a few words; empty for the language's own rules. */
  standard: string
  /** Some of its fixes may be applied unseen (`Fix.safe`). The other rules' are not even asked for: they may search the sources. */
  safeFixes?: true
  /** What it flags in a note or a dossier's body. Where it has long to search it yields undefined: the check may pause or stop there. */
  note?(context: NoteContext): Iterable<Flag | undefined>
  /** What it flags among the records of a file. */
  records?(context: RecordsContext): Iterable<Flag>
}

/** A finding before its severity is known. The span is the smallest that is wrong. */
export interface Flag extends Span {
  message: string
  /** It rests on an inference, so it warns at most. */
  inferred?: boolean
  /** It is less than the rule's other findings: no more than this, whatever the rule's severity. */
  atMost?: Severity
  related?: Related[]
  /** Called when a fix is asked for: it may search the sources. */
  fixes?: () => Fix[]
  /** For what only the writer knows. */
  open?: Opening
}

export interface NoteContext {
  workspace: Workspace
  path: string
  text: string
  note: Note
  options: Options
  final: boolean
  /** The standard it is checked against, one of `profiles`: what is asked for, the note's own, or the configured one. */
  profile: string
  /** By index in `note.quotations`; undefined where nothing was compared: no citation, or none of a known source. */
  verdicts: (Verdict | undefined)[]
  /** By index in `note.citations`: the source, if it is known. */
  sources: (Source | undefined)[]
  /** By index in `note.mentions`: the actor, if it is known. */
  actors: (Actor | undefined)[]
  /** The sentences that claim something and cite nothing; worked out when first asked for. */
  claims: () => Claim[]
  /** ISO date, if the caller knows it. A rule that asks for it is asked again on another day. */
  today: () => string | undefined
  /** Ids of the rules that run, as far as they find all they can: one that is off finds nothing, and so tells nothing of a suppression. */
  ran: ReadonlySet<string>
  /** Which suppressed rules have silenced something; complete when the last rule runs. */
  silenced: Set<Suppression['rules'][number]>
}

export interface RecordsContext {
  workspace: Workspace
  path: string
  text: string
  options: Options
  records: (Actor | Source)[]
  /** Of the file as a whole: YAML that does not parse and the like. Each record brings its own. */
  problems: Problem[]
}
