import type { Colors } from 'picocolors/types'
import { profiles } from '../core'
import { formats } from './arguments'

/** What `provenote --help` prints. */
export function help({ bold, dim, cyan }: Colors): string {
  let option = (name: string, words: string) => `  ${cyan(name.padEnd(22))}${words}`
  let example = (line: string, words: string) => `  ${line.padEnd(54)}${dim(words)}`
  return `${bold('provenote check')} [PATH…] [options]

Checks analytic briefs: whether quotations stand in their sources, claims show a source, keys exist, and the
wording keeps to the standard the note names.

${bold('provenote rules')}            lists the rules, with their severities; with \`--format json\`, as JSON
${bold('provenote explain')} RULE     prints a rule's page: what it flags, why, what not, and how to configure it
${bold('provenote init')} [FOLDER]    writes a provenote.yaml with every option explained; \`--profile NAME\` sets the standard

PATH is a folder, or single files of one; the folder you are in, if you give none. A folder is read whole: its notes,
sources, actors and provenote.yaml. For a single file, the nearest folder above that has a provenote.yaml, else a
.git, is read whole, and only what is found in the file is reported.

${bold('Options of the check')}
${option('--format FORMAT', `How to print: ${formats.join(', ')}; text, if not given.`)}
${option('-o, --output FILE', 'Write that format to a file; the terminal shows text.')}
${option('--baseline FILE', 'Leave out the findings in this file, which are known and may stay for now.')}
${option('--update-baseline', 'Write what is found into that file; what was fixed is dropped from it.')}
${option('--fix', 'Put in every fix that guesses nothing, then check. Captured text is never changed.')}
${option('--fix --dry-run', 'Print what that would change, as a patch, and end.')}
${option('--publish', 'Check as before publishing: every note counts as final.')}
${option('--profile NAME', `Check against this standard whatever the notes say: ${Object.keys(profiles).join(', ')}.`)}
${option('--rule ID=SEVERITY', 'Set a rule to error, warning, information, hint or off. May be repeated.')}
${option('--fail-on SEVERITY', 'The least severity that makes the check fail: error (if not given), warning or information.')}
${option('--hints', 'Print hints, too; they are always in JSON and SARIF.')}
${option('--cache', 'Keep what was found in .provenote/cache: the next check looks only at what changed.')}
${option('--cache-location DIR', 'Keep it there instead. It holds lines of the notes, and words and titles of all files.')}
${option('--color, --no-color', 'Colour; on a terminal, if neither is given. NO_COLOR and FORCE_COLOR are honoured.')}
${option('-h, --help', 'Print this.')}
${option('-v, --version', 'Print the version.')}

${bold('Exit code')}
  0  nothing found at or above --fail-on
  1  something found
  2  the check could not run

${bold('JSON')}
Lines count from zero, columns in UTF-16 code units, as in the Language Server Protocol. Paths are relative to the
folder that was read (of several, to the one above them all), with “/”. Findings are sorted by path, place and rule;
a fingerprint tells a finding from the others of its file, whatever is edited elsewhere in it.

${bold('Examples')}
${example('provenote check', 'this folder')}
${example('provenote check briefs/ferry.note.md', 'one note, in its folder')}
${example('provenote check --publish --fail-on warning', 'the gate before publishing')}
${example('provenote check --baseline known.json', 'only what is new')}
${example('provenote check -o provenote.sarif --format sarif', 'for code scanning')}
${example('provenote check -o claims.html --format html', 'a page to check the facts by')}
${example('provenote check --rule unsourced-figure=off', 'without one rule')}
`
}
