/** What the tests in the editor tell the runner outside of it: one line each, as the only way out is a log. */
export type Message =
  | { state: 'passed'; title: string; milliseconds: number }
  | { state: 'failed'; title: string; error: string }
  | { state: 'ended'; host: 'node' | 'web' }

export let prefix = 'provenote-test '

/**
 * Runs mocha inside VS Code. `load` requires the test files; they find `describe` and `it` in the global scope.
 * A test that is skipped is counted by nobody, so it is a failure here.
 */
export async function runTests(load: () => void): Promise<void> {
  // The browser build exports nothing; it makes itself a global.
  let Mocha = (await import('mocha')).default ?? (globalThis as unknown as { Mocha: typeof import('mocha') }).Mocha
  let mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: report as unknown as Mocha.ReporterConstructor })
  // Loading by hand: mocha would import the files, and then VS Code could not give them its `vscode` module.
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  load()
  let failures = await new Promise<number>(done => mocha.run(done))
  if (failures > 0) throw Error(`${failures} failed`)
}

function report(runner: Mocha.Runner): void {
  runner.on('pass', test => tell({ state: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 }))
  runner.on('fail', (test, error) => tell({ state: 'failed', title: test.fullTitle(), error: wordsOf(error) }))
  runner.on('pending', test => tell({ state: 'failed', title: test.fullTitle(), error: 'The test is skipped.' }))
  runner.on('end', () => tell({ state: 'ended', host: process.versions?.node ? 'node' : 'web' }))
}

// A message of the test's own hides the values from the stack.
function wordsOf(error: Error & { actual?: unknown; expected?: unknown; generatedMessage?: boolean }) {
  let words = String(error.stack ?? error)
  if (!('actual' in error) || error.generatedMessage) return words
  return `${words}\nactual: ${JSON.stringify(error.actual)}\nexpected: ${JSON.stringify(error.expected)}`
}

function tell(message: Message) {
  console.log(prefix + JSON.stringify(message))
}
