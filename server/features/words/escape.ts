/**
 * Words of a source or a record as Markdown that shows exactly them: on one line, and nothing in them is a link, an image, HTML, a
 * command, an icon or formatting. They were written by strangers and are shown inside our cards.
 */
export function escaped(words: string): string {
  return (
    plain(words)
      // Whatever begins a construct anywhere in a line; `$` for icons, `:` and `@` for bare addresses.
      .replace(/[\\`*_[\]<>&~|#${}^=!@]/g, '\\$&')
      .replace(/:(?=\S)/g, '\\:')
      // Some renderers take any word with a full stop in it for an address.
      .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '\\.')
      // Marks of lists and headings count only where a line begins.
      .replace(/^[-+]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  )
}

/** The same for a client that shows plain text: one line, without signs that nobody sees or that turn the order of others. */
export function plain(words: string): string {
  return words
    .replace(/<!--[^>]{0,200}-->/g, ' ')
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      ''
    )
    .replace(/\s+/g, ' ')
    .trim()
}
