/** One line of the table. */
export interface Figure {
  what: string
  size: string
  unit: '%' | 'ms' | 'µs' | 'MB' | 'MB/s'
  /** Measured several times. */
  ours: number[]
  /** What stands beside it, measured in the same run. */
  beside?: { what: string; values: number[] }
  /** What `ours / beside` may be at most. */
  atMost?: number
  /** What it may be at most of the same at the smallest size. */
  atMostSmallest?: number
}

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: number[], share: number): number {
  let sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds that work takes. */
export async function timed(work: () => unknown): Promise<number> {
  let begun = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - begun) / 1e6
}

/** The same, and the processor's time: on a machine that is busy with other things only the latter says much. */
export async function measured(work: () => unknown): Promise<{ ms: number; processor: number }> {
  let before = process.cpuUsage()
  let ms = await timed(work)
  let { user, system } = process.cpuUsage(before)
  return { ms, processor: (user + system) / 1e3 }
}

/** The figures as one Markdown table; medians, with the least and the most in brackets. */
export function table(figures: Figure[]): string {
  let rows = figures.map(given => {
    let figure = besideSmallest(given, figures)
    let { what, size, unit, ours, beside, atMost } = figure
    let ratio = beside && median(ours) / median(beside.values)
    let kept = atMost === undefined || ratio === undefined ? '' : ratio <= atMost ? 'kept' : '**missed**'
    let other = beside ? `${spread(beside.values, unit)} ${beside.what}` : ''
    return [what, size, spread(ours, unit), other, share(ratio), atMost ? `≤ ${share(atMost)}` : '', kept]
  })
  let head = ['what', 'size', 'Provenote', 'beside it', 'ratio', 'budget', '']
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function besideSmallest(figure: Figure, figures: Figure[]): Figure {
  let smallest = figures.find(other => other.what === figure.what)!
  if (figure.atMostSmallest === undefined || smallest === figure) return figure
  return { ...figure, beside: { what: `at ${smallest.size}`, values: smallest.ours }, atMost: figure.atMostSmallest }
}

function spread(values: number[], unit: Figure['unit']): string {
  let middle = `${short(median(values))} ${unit}`
  if (values.length < 2) return middle
  return `${middle} (${short(Math.min(...values))}–${short(Math.max(...values))})`
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** `1.8×`, and `1/20` for what is smaller. */
function share(ratio: number | undefined): string {
  if (ratio === undefined || !Number.isFinite(ratio)) return ''
  return ratio >= 0.95 ? `${short(ratio)}×` : `1/${short(1 / ratio)}`
}
