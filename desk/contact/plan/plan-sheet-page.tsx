import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { EmptyState, formatDay, Page, Picture, text } from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { useFamilyPairs, usePairContact } from '../use-pair-contact.ts'
import { describeContactPlan } from './describe-contact-plan.ts'
import { useRecords } from '../../sync/index.ts'
import { contactPlan } from '../../../core/contact/contact-plan.ts'
import type { ContactPlan } from '../../../core/contact/contact-plan-shape.ts'
import { orderedWindows } from '../../../core/contact/list-plan-lines.ts'

/** The plan for the wall: a picture beside each line, large enough for whoever reads little, places to sign. */
export function PlanSheetPage() {
  const { familyId = '', planId = '' } = useParams()
  const family = useFamilyPairs(familyId)
  const plan = useRecords(contactPlan, { familyId }).find(({ id }) => id === planId)
  const contact = usePairContact(
    family,
    family.pairs.find(({ id }) => id === plan?.pairId),
  )
  const [ownSign, setOwnSign] = useState(false)
  useReadLog('family', plan === undefined ? null : familyId)
  const back = { to: `/contact/families/${familyId}`, label: text('contact:page.title') }
  if (plan === undefined || contact === null || contact.keptAway)
    return (
      <Page title={text('contact:plan.title')} back={back}>
        <EmptyState title={text('contact:plan.missing')} hint={text('contact:plan.none')} />
      </Page>
    )
  const names = {
    child: contact.childName,
    adult: contact.adultName,
    caregiver: family.nameOf(plan.caregiverId),
  }
  return (
    <Page
      title={text('contact:plan.sheetTitle', names)}
      back={back}
      actions={
        <Button onClick={() => window.print()} className="no-print">
          {text('contact:plan.printNow')}
        </Button>
      }
    >
      {plan.safeSentence !== '' && (
        <Checkbox
          className="no-print"
          label={text('contact:plan.withSign')}
          description={text('contact:plan.withSignHint')}
          checked={ownSign}
          onChange={(event) => setOwnSign(event.currentTarget.checked)}
        />
      )}
      <div className={styles.sheet}>
        {describeContactPlan(plan, names, { ownSign }).map(({ part, pictures, words }) => (
          <div key={part} className={styles.sheetRow}>
            {pictures.slice(0, 1).map((one) => (
              <Picture key={one} id={one} size={72} words="" />
            ))}
            <div>
              <h2>{text(`contact:fields.${part}`)}</h2>
              {part === 'windows' && <WeekBoxes plan={plan} />}
              {pictures.length > 1 && (
                <div className={styles.drawn}>
                  {pictures.slice(1).map((one) => (
                    <Picture key={one} id={one} size={56} words="" />
                  ))}
                </div>
              )}
              {words.map((one) => (
                <p key={one}>{one}</p>
              ))}
            </div>
          </div>
        ))}
        <div className={styles.signs}>
          {Object.values(names)
            .filter((name) => name !== '')
            .map((name) => (
              <span key={name}>{text('contact:plan.signed', { name })}</span>
            ))}
        </div>
        <p>
          {text('contact:plan.version', { version: plan.version, day: formatDay(plan.begunOn) })}
        </p>
      </div>
    </Page>
  )
}

/** The seven days of a week, those agreed on filled: to be read without reading. */
function WeekBoxes({ plan }: { readonly plan: ContactPlan }) {
  const agreed = new Set(orderedWindows(plan).map(({ weekday }) => weekday))
  return (
    <div className={styles.week} aria-hidden="true">
      {weekdays.map((weekday) => (
        <span key={weekday} className={agreed.has(weekday) ? styles.agreed : undefined}>
          {text(`contact:plan.dayShort.${weekday}`)}
        </span>
      ))}
    </div>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
