import type { CueCard } from '../../../core/groupwork/plan-shape.ts'
import { Picture } from '../../kit/index.ts'
import styles from './programmes.module.css'

/** The card as the member holds it. */
export function CueCardView({ card }: { readonly card: CueCard }) {
  return (
    <figure className={styles.cueCard}>
      {card.picture !== null && <Picture id={card.picture} size={88} />}
      <div>
        <figcaption>{card.title}</figcaption>
        <ul>
          {card.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </figure>
  )
}
