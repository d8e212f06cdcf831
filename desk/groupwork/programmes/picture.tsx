import type { PictureId } from '../../../core/groupwork/pictures.ts'
import { text } from '../../kit/index.ts'
import styles from './programmes.module.css'

const files = import.meta.glob<string>('../../../content/pictures/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** One of our line drawings, readable in black and white; its name stands beside it for who does not see it. */
export function Picture({ id, size = 72 }: { readonly id: PictureId; readonly size?: number }) {
  const source = files[`../../../content/pictures/${id}.svg`]
  return (
    <img
      src={source}
      alt={text(`groupwork:picture.${id}`)}
      width={size}
      height={size}
      className={styles.picture}
    />
  )
}
