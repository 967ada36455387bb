import type { Location, Region, ReportingConfiguration, ReportingDescriptor, Result, Suppression } from 'sarif'
import { rules, type Severity } from '../../core'
import type { Range } from '../lines'
import { flagsLine } from '../pages'
import type { Reported, Suppressed } from '../report'
import { safeJson } from './json'
import { addressOf, type Printer, type Printing } from './printer'

/**
 * SARIF 2.1.0 (OASIS, 2020). What is suppressed in the note or known from the baseline is kept, and marked as such. Addresses are relative
 * to the folder the check ran in; columns count UTF-16 code units from one, as do the editor's.
 */
export function sarifPrinter(printing: Printing): Printer {
  let results: Result[] = []
  return {
    file({ findings, suppressed, known }) {
      results.push(...findings.map(own => result(own, printing)))
      results.push(...suppressed.map(own => ({ ...result(own, printing), suppressions: [inSource(own)] })))
      results.push(
        ...known.map(own => ({
          ...result(own, printing),
          baselineState: 'unchanged' as const,
          suppressions: [{ kind: 'external', justification: 'In the baseline.' } as const]
        }))
      )
    },
    end({ known }) {
      let driver = {
        name: 'Provenote',
        version: printing.version,
        semanticVersion: printing.version,
        rules: descriptors(printing.pageOf, results)
      }
      let run = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        results: known !== undefined ? results.map(own => ({ baselineState: 'new', ...own })) : results
      }
      let log = { $schema: schema, version: '2.1.0', runs: [run] }
      return `${safeJson(JSON.stringify(log, null, 1))}\n`
    }
  }
}

let schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

let levels: { [level in Severity | 'off']: ReportingConfiguration['level'] } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none'
}

// Of the rules that found something, with their pages; each result says which is its own.
function descriptors(pageOf: Printing['pageOf'], results: Result[]): ReportingDescriptor[] {
  let ids = [...new Set(results.map(own => own.ruleId!))].sort()
  for (let own of results) own.ruleIndex = ids.indexOf(own.ruleId!)
  return ids.map((id): ReportingDescriptor => {
    let rule = rules.find(own => own.id === id)
    if (!rule) return { id, shortDescription: { text: 'A file that could not be read, and so was not checked.' } }
    let page = pageOf(id)
    return {
      id,
      shortDescription: { text: flagsLine(page).replace(/[`*]/g, '') },
      help: { text: `provenote explain ${id}`, markdown: page },
      defaultConfiguration: { level: levels[rule.severity.draft] },
      ...(rule.standard && { properties: { standard: rule.standard } })
    }
  })
}

function result(finding: Reported, printing: Printing): Result {
  let { rule, severity, message, path, range, related, fingerprint, fixes } = finding
  let place = (path: string, range: Range): Location => ({
    physicalLocation: {
      artifactLocation: { uri: addressOf(path, printing.style), uriBaseId: '%SRCROOT%' },
      region: region(range)
    }
  })
  // A fix that makes a file has no words in SARIF.
  let told = fixes.filter(fix => !fix.create && fix.edits.length > 0)
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [place(path, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((own, id) => ({
        id,
        ...place(own.path, own.range),
        ...(own.message && { message: { text: own.message } })
      }))
    }),
    partialFingerprints: { 'provenoteFinding/v1': fingerprint },
    ...(told.length > 0 && {
      fixes: told.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [...new Set(edits.map(edit => edit.path))].map(path => ({
          artifactLocation: { uri: addressOf(path, printing.style), uriBaseId: '%SRCROOT%' },
          replacements: edits
            .filter(edit => edit.path === path)
            .map(edit => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } }))
        }))
      }))
    })
  }
}

function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1
  }
}

function inSource({ reason }: Suppressed): Suppression {
  return { kind: 'inSource', ...(reason && { justification: reason }) }
}
