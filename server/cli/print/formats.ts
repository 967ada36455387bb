import type { Format } from '../arguments'
import { githubPrinter } from './github'
import { gitlabPrinter } from './gitlab'
import { htmlPrinter } from './html'
import { jsonPrinter } from './json'
import { junitPrinter } from './junit'
import type { Printer, Printing } from './printer'
import { sarifPrinter } from './sarif'
import { textPrinter } from './text'

/** One printer per `--format`. */
export let printers: { [format in Format]: (printing: Printing) => Printer } = {
  text: textPrinter,
  json: jsonPrinter,
  sarif: sarifPrinter,
  junit: junitPrinter,
  github: githubPrinter,
  gitlab: gitlabPrinter,
  html: htmlPrinter
}
