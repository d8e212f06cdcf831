import { Button, Text } from '@mantine/core'
import { citeSource } from '../../../core/inquiry/evidence/cite-source.ts'
import type { ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import { announce, Section, text } from '../../kit/index.ts'
import styles from './evidence.module.css'

/** The reference line in both languages, to be copied into a paper of one's own. */
export function CiteLines({ source }: { readonly source: ListedSource }) {
  return (
    <Section title={text('evidence:citeAs')}>
      <CiteLine label={text('evidence:citeZh')} words={citeSource(source, 'zh-CN')} />
      <CiteLine label={text('evidence:citeEn')} words={citeSource(source, 'en')} />
    </Section>
  )
}

function CiteLine({ label, words }: { readonly label: string; readonly words: string }) {
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => announce({ words: text('evidence:copied') }),
      // Without the clipboard the line stands there to be marked by hand.
      () => undefined,
    )
  return (
    <div className={styles.cite}>
      <div>
        <Text size="sm" c="gray.7">
          {label}
        </Text>
        <p className={styles.said}>{words}</p>
      </div>
      {globalThis.isSecureContext && (
        <Button
          className={styles.onScreen}
          size="compact-md"
          variant="default"
          aria-label={text('evidence:copyLine', { label })}
          onClick={() => void copy()}
        >
          {text('evidence:copy')}
        </Button>
      )}
    </div>
  )
}
