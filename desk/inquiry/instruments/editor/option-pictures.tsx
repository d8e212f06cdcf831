import type { ResponseSet } from '../../../../core/inquiry/scale.ts'
import { Picture, PictureChoice, text } from '../../../kit/index.ts'
import { showWords } from '../../words.ts'
import styles from './editor.module.css'

/** A drawing for each option, in place of what is drawn for all of them. */
export function OptionPictures({
  options,
  onChange,
}: {
  readonly options: ResponseSet['options']
  readonly onChange: (options: ResponseSet['options']) => void
}) {
  const used = options.filter(({ picture }) => picture !== null).length
  return (
    <details>
      <summary>{text('inquiry:editor.ownPictures', { chosen: used })}</summary>
      <ul className={styles.pictures}>
        {options.map((option) => (
          <li key={option.value}>
            <span className={styles.preview}>
              {option.picture !== null && <Picture id={option.picture} size={56} words="" />}
            </span>
            <PictureChoice
              label={[option.value, showWords(option.label)].join(' ').trim()}
              value={option.picture}
              onChange={(picture) =>
                onChange(options.map((one) => (one === option ? { ...one, picture } : one)))
              }
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
