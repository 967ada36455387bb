/** Where the pages of the rules are read. Nothing is ever fetched from there: it is only the link behind a finding's code. */
let pages = 'https://github.com/provenote/provenote/blob/main/server/core/rules'

export function rulePage(rule: string): string {
  return `${pages}/${rule}.md`
}
