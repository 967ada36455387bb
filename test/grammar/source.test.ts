import { checkSource } from './tokens'

describe('the grammar of sources marks', () => {
  it('page marks on their own line', () =>
    checkSource(
      'a\n<!-- p. 4 -->\nb <!-- p. 5 --> c\n<!-- a remark -->',
      `comment.block.html.page: <!--${' '}
       keyword.other.page: p.
       comment.block.html.page: ${' '}
       constant.numeric.page: 4
       comment.block.html.page:  -->`
    ))
  it('labels of speakers', () =>
    checkSource(
      'Ines Varga: We left.\n\n**MODERATOR:** And then?\nDr. Ana de la Cruz: No.\nA long line that says: this\nAt 10:30 we left',
      `entity.name.type.speaker: Ines Varga
       entity.name.type.speaker: MODERATOR
       entity.name.type.speaker: Dr. Ana de la Cruz`
    ))
  it('nothing of a note', () => checkSource('He told @arven "no" [^a] {#b}\n\nGap in the text', ''))
  it('nothing in front matter', () => checkSource('---\nTitle: A\n---\n', ''))
})
