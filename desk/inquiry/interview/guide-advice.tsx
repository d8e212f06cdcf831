import { Alert } from '@mantine/core'
import type { Guide } from '../../../core/inquiry/interview/guide.ts'
import { currentLanguage, Icon, text } from '../../kit/index.ts'
import styles from './interview.module.css'

/** At hand before anybody needs it: what to do when harm comes to light. */
export function HarmBox({ guide }: { readonly guide: Guide }) {
  return (
    <details className={styles.harm}>
      <summary>
        <Icon name="warning" size={18} /> {text('interview:guide.harm')}
      </summary>
      <ol>
        {guide.harm[currentLanguage()].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  )
}

/** What helps in this talk and what harms. */
export function GuideAdvice({
  guide,
  open = false,
}: {
  readonly guide: Guide
  readonly open?: boolean
}) {
  const language = currentLanguage()
  return (
    <details className={styles.advice} open={open}>
      <summary>{text('interview:guide.advice')}</summary>
      <div className={styles.two}>
        <Alert color="green" variant="light" title={text('interview:guide.does')}>
          <ul>
            {guide.does[language].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
        <Alert color="kite" variant="light" title={text('interview:guide.donts')}>
          <ul>
            {guide.donts[language].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      </div>
    </details>
  )
}
