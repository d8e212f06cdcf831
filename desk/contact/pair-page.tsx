import { Anchor, Button, NativeSelect } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { refusal } from '../../core/kit/outcome.ts'
import { EmptyState, Loading, Page, RefusalNote, text } from '../kit/index.ts'
import { useReadLog } from '../sync/index.ts'
import { ContactLink } from './link/contact-link.tsx'
import { LogSection } from './log/log-section.tsx'
import { PlanSection } from './plan/plan-section.tsx'
import { PledgeSection } from './pledges/pledge-section.tsx'
import { SummarySection } from './summary-section.tsx'
import { type PairContact, useFamilyPairs, usePairContact } from './use-pair-contact.ts'

/** The cards are many: they come after the page. */
const WeekCard = lazy(async () => ({
  default: (await import('./cards/week-card.tsx')).WeekCard,
}))

/** One child and one adult: what they have agreed on, whether they were in touch as each side tells it, and what it adds up to. */
export function PairPage() {
  const { familyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const family = useFamilyPairs(familyId)
  const { pairs, nameOf } = family
  const wanted = search.get('pair')
  const its = pairs.find(({ id }) => id === wanted) ?? pairs[0]
  const contact = usePairContact(family, its)
  useReadLog('family', contact === null ? null : familyId)
  const back = { to: `/families/${familyId}`, label: text('contact:page.back') }
  if (contact === null)
    return (
      <Page title={text('contact:page.title')} back={back}>
        <EmptyState title={text('contact:page.noPair')} hint={text('contact:page.noPairHint')} />
      </Page>
    )
  const { pair } = contact
  return (
    <Page title={text('contact:page.title')} back={back} actions={<Ways contact={contact} />}>
      {contact.unserved !== null && (
        <RefusalNote refusal={contact.unserved}>
          <Anchor component={Link} to={`/families/${familyId}/consent/${pair.childId}`}>
            {text('families:file.askConsent')}
          </Anchor>
        </RefusalNote>
      )}
      <NativeSelect
        className="no-print"
        label={text('contact:quick.who')}
        value={pair.id}
        data={pairs.map((one) => ({
          value: one.id,
          label: text('contact:page.pair', {
            child: nameOf(one.childId),
            adult: nameOf(one.adultId),
            relation: text(`families:relation.${one.relation}`),
          }),
        }))}
        onChange={({ currentTarget }) =>
          setSearch({ pair: currentTarget.value }, { replace: true })
        }
      />
      {contact.keptAway && <RefusalNote refusal={refusal('ContactPartyKeptAway')} />}
      <LogSection key={`log ${pair.id}`} contact={contact} />
      <PlanSection key={`plan ${pair.id}`} contact={contact} />
      {(contact.mayPlan || contact.cards.length > 0) && (
        <Suspense fallback={<Loading />}>
          <WeekCard key={`card ${pair.id}`} contact={contact} />
        </Suspense>
      )}
      <PledgeSection key={`pledges ${pair.id}`} contact={contact} />
      {contact.mayPlan && <ContactLink key={`link ${pair.id}`} contact={contact} />}
      <SummarySection contact={contact} />
    </Page>
  )
}

function Ways({ contact }: { readonly contact: PairContact }) {
  const { familyId, pair, mayWrite, consented } = contact
  return (
    <>
      {mayWrite && consented && (
        <Button component={Link} to={`/contact/families/${familyId}/child?pair=${pair.id}`}>
          {text('contact:child.open')}
        </Button>
      )}
      <Button component={Link} to={`/evaluation/family?family=${familyId}`} variant="default">
        {text('contact:page.toChart')}
      </Button>
    </>
  )
}
