import { type Claim, proseIn, signsInNote, uncitedClaims, voicesIn } from './claims'
import { type Finding, type Note, type Quotation, type Severity, severities } from './model'
import type { Options } from './options'
import { keepQuoted } from './quoted'
import { rules } from './rules'
import type { Flag, Level, NoteContext, Rule } from './rules/rule'
import { silencer } from './silence'
import { type Verdict, verify, verifyAtOnce } from './verify'
import { readConfig, type Workspace } from './workspace'

/** What a check of one file says. */
export interface Checked {
  /** By place, then rule. */
  findings: Finding[]
  /** What suppressions silenced, with the writer's reason. */
  suppressed: (Finding & { reason: string })[]
  /** How many quotations have no verdict yet; only where a check was asked for at once. */
  open: number
}

export interface CheckOptions {
  /** Treat every note as final (`--publish`). */
  publish?: boolean
  /** Overrides the note's and the configuration's profile. */
  profile?: string
  /** Overrides of severities, above the configuration. */
  rules?: { [rule: string]: Level }
  /** ISO date. */
  today?: string
  /**
   * Look for no passage like quoted words: a quotation that needs it has the verdict it had before its sources changed, if one is
   * known, and else none, so that no rule speaks of it.
   */
  atOnce?: boolean
}

/** Run every rule over one file of any kind. Yields where the caller may pause or stop; the last value is the result. */
export function* checkFile(
  workspace: Workspace,
  path: string,
  text: string,
  asked: CheckOptions = {}
): Generator<void, Checked> {
  let file = workspace.files.get(path)
  let options = workspace.optionsFor(path)
  let findings: Finding[] = []
  let suppressed: Checked['suppressed'] = []
  let open = 0
  // The workspace does not know the rules, so their ids are looked at here.
  let problems = file?.kind === 'config' ? readConfig(path, text, ruleIds()).problems : (file?.problems ?? [])
  if (file && (file.actors.length > 0 || file.sources.length > 0 || problems.length > 0)) {
    let context = {
      workspace,
      path,
      text,
      options,
      records: [...file.actors, ...file.sources],
      problems
    }
    for (let rule of rules) {
      let severity = severityOf(rule, options, asked, false, undefined)
      if (severity === 'off' || !rule.records) continue
      for (let flag of rule.records(context)) findings.push(finding(rule, path, severity, flag))
    }
  }
  if (file?.kind === 'note' || file?.kind === 'actor') {
    let note = workspace.texts.get(path) === text ? workspace.note(path)! : workspace.parse(path, text)
    let checked = yield* checkNote(workspace, path, text, note, options, asked)
    findings = findings.concat(checked.findings)
    suppressed = checked.suppressed
    open = checked.open
  }
  return { findings: findings.sort(byPlace), suppressed: suppressed.sort(byPlace), open }
}

let ruleIds = () => rules.map(rule => rule.id)

function* checkNote(
  workspace: Workspace,
  path: string,
  text: string,
  note: Note,
  options: Options,
  asked: CheckOptions
): Generator<void, Checked> {
  let final = asked.publish || note.frontMatter?.status === 'final'
  let profile = asked.profile ?? note.frontMatter?.profile ?? options.profile
  let { verdicts, open } = asked.atOnce
    ? yield* knownVerdicts(workspace, note)
    : { verdicts: yield* verdictsOf(workspace, note), open: 0 }
  let file = workspace.files.get(path)
  if (file && open === 0) keepQuoted(workspace, file, note, verdicts)
  let claims: Claim[] | undefined
  let { inForce, ids } = rulesFor(workspace, options, asked, final, profile)
  let context: NoteContext = {
    workspace,
    path,
    text,
    note,
    options,
    final,
    profile,
    verdicts,
    sources: note.citations.map(({ key }) => workspace.source(key)),
    actors: note.mentions.map(({ key }) => workspace.actor(key)),
    claims: () =>
      (claims ??= uncitedClaims(
        note,
        options.citations.cover,
        proseIn(workspace, note),
        signsInNote(workspace, note),
        voicesIn(workspace, note)
      )),
    // No getter of an object's own: each such object has a shape of its own, which lives long and keeps the note alive.
    today: () => asked.today,
    // A rule that may yet find something tells nothing of a suppression.
    ran: open === 0 ? ids : new Set([...ids].filter(id => !id.startsWith('quote-'))),
    silenced: new Set()
  }
  let silence = silencer(note.suppressions, context.silenced)
  let findings: Finding[] = []
  let suppressed: Checked['suppressed'] = []
  // Of a short note all rules together take less than one of a long one.
  let restEvery = text.length < 10_000 ? 8 : 1
  for (let [index, { rule, severity }] of inForce.entries()) {
    for (let flag of rule.note!(context)) {
      if (!flag) {
        yield
        continue
      }
      let made = finding(rule, path, severity, flag)
      let reason = silence(rule.id, made)
      if (reason === undefined) findings.push(made)
      else suppressed.push({ ...made, reason })
    }
    if (index % restEvery === 0) yield
  }
  return { findings, suppressed, open }
}

/** The verdicts that take no search, and those that quotations had before their sources changed; and how many are still to be found. */
function* knownVerdicts(workspace: Workspace, note: Note) {
  let verdicts: (Verdict | undefined)[] = []
  let open = 0
  for (let quotation of note.quotations) {
    let { id, keys } = askedOf(workspace, note, quotation)
    let verdict = keys.length === 0 ? undefined : workspace.knownVerdict(id)
    if (keys.length > 0 && !verdict) {
      let since = workspace.asks.now
      verdict = verifyAtOnce(workspace, quotation.words, keys)
      if (verdict) workspace.keepVerdict(id, verdict, since)
      else {
        verdict = workspace.earlierVerdict(id)
        open++
      }
      yield
    }
    verdicts.push(verdict)
  }
  return { verdicts, open }
}

/** The verdict on each quotation that cites a known source, by index. */
export function* verdictsOf(workspace: Workspace, note: Note): Generator<void, (Verdict | undefined)[]> {
  let verdicts: (Verdict | undefined)[] = []
  for (let quotation of note.quotations) verdicts.push(yield* verdictOf(workspace, note, quotation))
  return verdicts
}

/** The verdict on one quotation, undefined if it cites no known source; a known one is not worked out again. */
export function* verdictOf(
  workspace: Workspace,
  note: Note,
  quotation: Quotation
): Generator<void, Verdict | undefined> {
  let { id, keys } = askedOf(workspace, note, quotation)
  if (keys.length === 0) return undefined
  let verdict = workspace.knownVerdict(id)
  if (!verdict) {
    let since = workspace.asks.now
    verdict = yield* verify(workspace, quotation.words, keys)
    workspace.keepVerdict(id, verdict, since)
  }
  return verdict
}

/** The same, without a search: undefined also for a quotation that nobody has asked about yet. */
export function knownVerdictOf(workspace: Workspace, note: Note, quotation: Quotation): Verdict | undefined {
  return workspace.knownVerdict(askedOf(workspace, note, quotation).id)
}

function askedOf(workspace: Workspace, note: Note, { citations, words }: Quotation): { id: string; keys: string[] } {
  let keys = citations.map(index => note.citations[index].key).filter(key => workspace.source(key))
  return { id: `${keys.join(' ')}\n${words}`, keys }
}

interface InForce {
  inForce: { rule: Rule; severity: Severity }[]
  ids: ReadonlySet<string>
}

// The rules that look at a note, worked out once for all notes that are checked alike.
function rulesFor(
  workspace: Workspace,
  options: Options,
  asked: CheckOptions,
  final: boolean,
  profile: string
): InForce {
  let known = workspace.derive('config', nothingAsked)
  let like = known.get(options)
  // Overrides may be other ones the next time.
  let id = asked.rules ? undefined : `${final} ${profile}`
  let found = id === undefined ? undefined : like?.get(id)
  if (found) return found
  let inForce = rules.flatMap(rule => {
    let severity = severityOf(rule, options, asked, final, profile)
    return severity === 'off' || !rule.note ? [] : [{ rule, severity }]
  })
  found = { inForce, ids: new Set(inForce.map(({ rule }) => rule.id)) }
  if (!like) known.set(options, (like = new Map()))
  if (id !== undefined) like.set(id, found)
  return found
}
let nothingAsked = () => new WeakMap<Options, Map<string, InForce>>()

function severityOf(rule: Rule, options: Options, asked: CheckOptions, final: boolean, profile?: string): Level {
  let own = rule.severity.profiles?.[profile ?? options.profile] ?? (final ? rule.severity.final : rule.severity.draft)
  return asked.rules?.[rule.id] ?? options.rules[rule.id] ?? own
}

function finding(rule: Rule, path: string, severity: Severity, flag: Flag): Finding {
  let { inferred, atMost = inferred ? 'warning' : 'error', ...rest } = flag
  let own = severities[Math.max(severities.indexOf(severity), severities.indexOf(atMost))]
  return { related: [], fixes: () => [], ...rest, rule: rule.id, path, severity: own }
}

function byPlace(a: Finding, b: Finding): number {
  return a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
