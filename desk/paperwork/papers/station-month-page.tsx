import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { addMonths, monthOf } from '../../../core/evaluation/station-month/month-of-year.ts'
import { stationHeads } from '../../../core/paperwork/papers/paper-forms.ts'
import { currentLanguage, type Language, Page, Section, text } from '../../kit/index.ts'
import { useOnline, useToday, takePaper } from '../../sync/index.ts'
import { LanguageChoice } from './language-choice.tsx'
import { PaperRow } from './paper-row.tsx'
import styles from './papers.module.css'
import { TypedHeads, useTypedHeads } from './typed-heads.tsx'

/** The station's monthly report on paper: figures from the records, the rest from whoever answers for them. */
export function StationMonthPage() {
  const today = useToday()
  const online = useOnline()
  const [month, setMonth] = useState<string>(addMonths(monthOf(today), -1))
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const draft = useTypedHeads(`paper:stationMonth:${month}`)
  return (
    <Page
      title={text('paperwork:formName.stationMonth')}
      back={{ to: '/paperwork', label: text('paperwork:home.title') }}
    >
      <Section title={text('paperwork:make.choices')} hint={text('paperwork:paper.monthHint')}>
        {!online && <output>{text('paperwork:needsNetwork')}</output>}
        <TextInput
          type="month"
          label={text('paperwork:paper.whichMonth')}
          value={month}
          max={monthOf(today)}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '') setMonth(currentTarget.value)
          }}
        />
        <LanguageChoice language={language} onChange={setLanguage} />
        <ul className={styles.list}>
          <PaperRow
            form="stationMonth"
            language={language}
            onTake={(templateId) =>
              takePaper('/api/papers/station-month', {
                month,
                texts: draft.value ?? {},
                language,
                templateId,
              })
            }
          >
            <TypedHeads heads={stationHeads} draft={draft} />
          </PaperRow>
        </ul>
      </Section>
    </Page>
  )
}
