import { Badge, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import type { EvidenceDesign } from '../../../core/inquiry/evidence/source-facts.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, text } from '../../kit/index.ts'
import { titleFor } from '../../kit/sources/evidence-picker.tsx'
import { EffectLine } from './effect-line.tsx'
import styles from './evidence.module.css'

/** What a source shows and, never without it, what it cannot show. */
export function SourceCard({ source }: { readonly source: ListedSource }) {
  const language = currentLanguage()
  return (
    <li className={styles.card}>
      <Link to={`/inquiry/evidence/${source.id}`} className={styles.whole}>
        {titleFor(source)}
      </Link>
      <Text size="sm" c="gray.7">
        {[
          authorsOf(source),
          source.year === null ? '' : String(source.year),
          peopleOf(source),
          readWords(source.place, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <SourceBadges source={source} />
      <p className={styles.said}>{readWords(source.shows, language)}</p>
      {source.effects
        .filter(({ from }) => from !== null)
        .map((effect) => (
          <EffectLine key={`${effect.what['zh-CN']}${effect.what.en}`} effect={effect} />
        ))}
      <div className={styles.limits}>
        <p className={styles.label}>{text('evidence:limits')}</p>
        <p className={styles.said}>{readWords(source.limits, language)}</p>
      </div>
    </li>
  )
}

export function SourceBadges({ source }: { readonly source: ListedSource }) {
  return (
    <div className={styles.badges}>
      <Badge variant="outline" color="gray.8" tt="none">
        {text(`evidence:design.${source.design}`)}
      </Badge>
      <Badge variant="outline" color="gray.8" tt="none">
        {text(`evidence:certainty.${source.certainty}`)}
      </Badge>
      {source.own && (
        <Badge variant="outline" color="kite.8" tt="none">
          {text('evidence:own')}
        </Badge>
      )}
      {source.archived && (
        <Badge variant="outline" color="kite.8" tt="none">
          {text('evidence:archived')}
        </Badge>
      )}
    </div>
  )
}

function authorsOf({ authors, moreAuthors }: ListedSource): string {
  const names = authors
    .slice(0, 3)
    .map((one) => one.split(',')[0] ?? one)
    .join(text('evidence:nameGap'))
  return moreAuthors || authors.length > 3 ? text('evidence:moreNames', { names }) : names
}

const studiesNobody: readonly EvidenceDesign[] = ['review', 'practiceDocument', 'law']

/** How many took part; empty where nobody is studied. */
export function peopleOf({ people, design }: ListedSource): string {
  if (people !== null) return text('evidence:people', { count: people })
  return studiesNobody.includes(design) ? '' : text('evidence:peopleUnknown')
}
