import ignore from 'ignore'

/** What one `.gitignore`, or a list of patterns like it, says of the paths below its folder. */
export interface IgnoreFilter {
  /** Ends in `/`. */
  folder: string
  /** Whether the path is left out; undefined when no pattern speaks of it. A folder's path ends in `/`. */
  says(path: string): boolean | undefined
}

/**
 * Whether a path that a walk meets is left out: the last filter that speaks of it decides. So they stand as git weighs them, from the
 * outermost `.gitignore` to the innermost, and `excludeFilter` behind them.
 */
export function isIgnored(filters: readonly IgnoreFilter[], path: string): boolean {
  for (let i = filters.length - 1; i >= 0; i--) {
    let said = path.startsWith(filters[i].folder) ? filters[i].says(path) : undefined
    if (said !== undefined) return said
  }
  return false
}

/** The same of a path that no walk has led to: what lies in a folder that is left out is left out. */
export function isIgnoredAnywhere(filters: readonly IgnoreFilter[], root: string, path: string): boolean {
  for (let slash = path.indexOf('/', root.length); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (isIgnored(filters, path.slice(0, slash + 1))) return true
  return isIgnored(filters, path)
}

/**
 * The patterns of a `.gitignore` in this folder. Never throws; a pattern with more than three `**` is left out, for matching it
 * takes a power of the path's depth.
 */
export function ignoreFilter(folder: string, patterns: string): IgnoreFilter {
  let lines = patterns.replace(/^\ufeff/, '').split(/\r?\n/)
  let rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(
    lines.filter(line => line.split('**').length < 5)
  )
  return {
    folder,
    says(path) {
      let { ignored, unignored } = rules.test(path.slice(folder.length))
      return ignored ? true : unignored ? false : undefined
    }
  }
}

/**
 * What is left out everywhere below the root, whatever a `.gitignore` says: `.git`, `node_modules`, `.provenote` (what is
 * kept between two runs), and the option `files.exclude`.
 */
export function excludeFilter(root: string, exclude: readonly string[]): IgnoreFilter {
  // As most often: nothing has to be weighed.
  if (exclude.length === 0) return { folder: root, says: path => always.test(path.slice(root.length - 1)) || undefined }
  return ignoreFilter(root, ['node_modules/', '.provenote/', ...exclude, '.git/'].join('\n'))
}

let always = /\/(?:node_modules|\.provenote|\.git)\//
