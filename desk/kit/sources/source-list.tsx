import { citedSources, type ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import { citeSource } from '../../../core/inquiry/evidence/cite-source.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, text } from '../text.ts'
import styles from './sources.module.css'
import { useSources } from './use-sources.ts'

/** The reference list of a plan: each line as others find the source, and what it cannot say. */
export function SourceList({ ids }: { readonly ids: readonly string[] }) {
  const all = useSources()
  const cited = citedSources(all, ids)
  const gone = ids.filter((id) => all.every((source) => source.id !== id)).length
  return (
    <>
      {cited.length > 0 && (
        <ol className={styles.references}>
          {cited.map((source) => (
            <li key={source.id}>
              <SourceLines source={source} />
            </li>
          ))}
        </ol>
      )}
      {gone > 0 && <p className={styles.fine}>{text('evidence:picker.gone', { count: gone })}</p>}
    </>
  )
}

export function SourceLines({ source }: { readonly source: ListedSource }) {
  const language = currentLanguage()
  return (
    <>
      <span className={styles.line}>{citeSource(source, language)}</span>
      <span className={styles.limits}>
        {text('evidence:picker.limit', { limits: readWords(source.limits, language) })}
      </span>
    </>
  )
}
