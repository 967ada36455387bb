import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/**
 * SHA-256 of a source's captured text: of its UTF-8 bytes from the line behind the front matter to the end of the file, in small
 * hexadecimal digits. Of a text with CRLF line ends there are two, the second with LF: git may have changed them. Kept as long as
 * the text is.
 */
export function bodyHashes(workspace: Workspace, own: Captured): string[] {
  return workspace.remember(own, hashes, () => {
    let body = own.text().slice(own.source.bodyFrom)
    let forms = body.includes('\r\n') ? [body, body.replaceAll('\r\n', '\n')] : [body]
    return forms.map(form => bytesToHex(sha256(utf8ToBytes(form))))
  })
}
let hashes = Symbol('hashes of the body')
