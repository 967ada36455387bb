import type { Reported, Summary } from '../report'

/** The JSON output, a finding a line, so that two runs can be compared by any tool. */
export function printJson(summary: Summary, findings: Reported[]): string {
  let lines = findings.map(finding => safe(JSON.stringify(finding)))
  let list = lines.length ? `[\n${lines.join(',\n')}\n]` : '[]'
  return `{"version":1,"summary":${JSON.stringify(summary)},"findings":${list}}\n`
}

// JSON lets through characters that steer a terminal or turn the order of letters round; written as numbers they mean the same.
function safe(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
