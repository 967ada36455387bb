import type { FileReport, Reported } from '../report'
import { isFailing, type Printer, type Printing } from './printer'

/**
 * JUnit's XML, as CI servers read it: a file is a suite, a finding a test. One that makes the check fail has failed; one that does not has
 * passed, with its words as output; what is suppressed or in the baseline was skipped, and why. A file in which all is well is a test that passed.
 */
export function junitPrinter(printing: Printing): Printer {
  let suites: string[] = []
  let total = { tests: 0, failures: 0, skipped: 0 }
  return {
    file(report) {
      let tests = cases(report, printing)
      let count = (mark: string) => tests.filter(test => test.includes(mark)).length
      let own = { tests: tests.length, failures: count('<failure '), skipped: count('<skipped ') }
      total = {
        tests: total.tests + own.tests,
        failures: total.failures + own.failures,
        skipped: total.skipped + own.skipped
      }
      let name = attribute('name', printing.style.shown(report.path))
      suites.push(`  <testsuite${name}${counts(own)}>\n${tests.join('\n')}\n  </testsuite>`)
    },
    end: () =>
      `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="provenote"${counts(total)}>`, ...suites, '</testsuites>'].join('\n')}\n`
  }
}

let counts = ({ tests, failures, skipped }: { tests: number; failures: number; skipped: number }) =>
  ` tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`

function cases({ path, findings, suppressed, known }: FileReport, { style, failOn, hints }: Printing): string[] {
  let shown = style.shown(path)
  let test = (own: Reported, inner: string) => {
    let { line, character } = own.range.start
    let name = `${own.rule} at ${line + 1}:${character + 1}`
    return `    <testcase${attribute('classname', shown)}${attribute('name', name)}${attribute('file', shown)}${attribute('line', String(line + 1))}>${inner}</testcase>`
  }
  let told = findings.filter(own => hints || own.severity !== 'hint')
  let tests = [
    ...told.map(own => {
      let words = `${shown}:${own.range.start.line + 1}:${own.range.start.character + 1}: ${own.message}`
      return isFailing(own.severity, failOn)
        ? test(
            own,
            `<failure${attribute('type', own.severity)}${attribute('message', own.message)}>${escaped(words)}</failure>`
          )
        : test(own, `<system-out>${escaped(`${own.severity}: ${words}`)}</system-out>`)
    }),
    ...suppressed.map(own =>
      test(own, `<skipped${attribute('message', `suppressed: ${own.reason || 'without a reason'}`)}/>`)
    ),
    ...known.map(own => test(own, `<skipped${attribute('message', `in the baseline: ${own.message}`)}/>`))
  ]
  return tests.length ? tests : [`    <testcase${attribute('classname', shown)} name="nothing found"/>`]
}

let attribute = (name: string, value: string) => ` ${name}="${escaped(value)}"`

let entities: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no place for control characters and halves of surrogate pairs, not even as numbers: a sign stands for each. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, sign => entities[sign])
    .replace(/[\t\n\r]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
}
