import type { Plan } from '../../../core/groupwork/plan-shape.ts'
import { planStrands, type PlanStrand } from '../../../core/groupwork/strand.ts'
import { Picture, text } from '../../kit/index.ts'
import styles from './print.module.css'

export interface CardSource {
  readonly no: number
  readonly theme: string
  readonly plan: Plan
  readonly language?: string
}

export function hasCards({ plan }: CardSource): boolean {
  return planStrands.some(
    (strand) => plan[strand]?.cueCard != null || (plan[strand]?.pictureSteps.length ?? 0) > 0,
  )
}

/** A card for each strand, and a card of pictures where there are any: large type, a picture, nothing else. */
export function CardSheet({ source }: { readonly source: CardSource }) {
  return (
    <div className={styles.cards} lang={source.language}>
      {planStrands.map((strand) => (
        <StrandCards key={strand} source={source} strand={strand} />
      ))}
    </div>
  )
}

function StrandCards({
  source,
  strand,
}: {
  readonly source: CardSource
  readonly strand: PlanStrand
}) {
  const plan = source.plan[strand]
  if (plan === undefined) return null
  const foot = text('groupwork:cards.foot', {
    no: source.no,
    theme: source.theme,
    strand: text(`groupwork:strand.${strand}`),
  })
  const { cueCard, pictureSteps } = plan
  return (
    <>
      {cueCard !== null && (
        <article className={styles.card} aria-label={cueCard.title}>
          <h2>{cueCard.title}</h2>
          <div className={styles.body}>
            {cueCard.picture !== null && <Picture id={cueCard.picture} size={220} />}
            <ul>
              {cueCard.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <footer>{foot}</footer>
        </article>
      )}
      {pictureSteps.length > 0 && (
        <article className={styles.card} aria-label={text('groupwork:library.pictureSteps')}>
          <ol className={styles.steps} data-columns={columnsFor(pictureSteps.length)}>
            {pictureSteps.map((step) => (
              <li key={`${step.picture} ${step.words}`}>
                <Picture id={step.picture} size={120} />
                <span>{step.words}</span>
              </li>
            ))}
          </ol>
          <footer>{foot}</footer>
        </article>
      )}
    </>
  )
}

/** Two rows always: what has to fit is eight pictures at most. */
function columnsFor(count: number): 2 | 3 | 4 {
  if (count <= 4) return 2
  return count <= 6 ? 3 : 4
}
