import type { PictureId } from '../../core/kit/pictures.ts'
import { text } from './text.ts'

const files = import.meta.glob<string>('../../content/pictures/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

interface PictureProps {
  readonly id: PictureId
  readonly size?: number
  /** What is said to who does not see it; its own name unless said otherwise, nothing where the words stand beside it. */
  readonly words?: string
}

/** One of our line drawings, readable in black and white. */
export function Picture({ id, size = 72, words }: PictureProps) {
  return (
    <img
      src={files[`../../content/pictures/${id}.svg`]}
      alt={words ?? text(`groupwork:picture.${id}`)}
      width={size}
      height={size}
      style={{ flex: 'none', background: 'none' }}
    />
  )
}
