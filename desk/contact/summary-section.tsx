import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { summariseContact } from '../../core/contact/summarise-contact.ts'
import {
  type Fact,
  Facts,
  formatDay,
  formatNumber,
  formatPercent,
  Section,
  text,
} from '../kit/index.ts'
import { useToday } from '../sync/index.ts'
import type { PairContact } from './use-pair-contact.ts'

/** What the log adds up to: for talking about it with the family, never a mark and never beside another family's. */
export function SummarySection({ contact }: { readonly contact: PairContact }) {
  const today = useToday()
  const found = summariseContact(contact.log, contact.pledges, today)
  if (found === null) return null
  const share = (value: number | null) => (value === null ? null : formatPercent(value))
  const number = (value: number | null, digits: number) =>
    value === null ? null : formatNumber(value, digits)
  const { longestSilence: silence, started, pledges } = found
  return (
    <Section
      title={text('contact:sum.title')}
      hint={text('contact:sum.hint')}
      actions={
        !contact.keptAway && (
          <Button
            component={Link}
            to={`/contact/families/${contact.familyId}/told?pair=${contact.pair.id}`}
            variant="default"
            className="no-print"
          >
            {text('contact:family.open')}
          </Button>
        )
      }
    >
      <Facts
        rows={listKnown([
          {
            label: text('contact:sum.weeks'),
            value: text('contact:sum.weeksValue', {
              known: found.weeksKnown,
              unknown: found.weeksUnknown,
            }),
          },
          { label: text('contact:sum.perWeek'), value: number(found.perWeek, 1) },
          {
            label: text('contact:sum.met'),
            value: text('contact:sum.metValue', { met: found.weeksMet, known: found.weeksKnown }),
          },
          {
            label: text('contact:sum.started'),
            value: text('contact:sum.startedValue', {
              child: started.child,
              adult: started.adult,
              other: started.caregiver + started.unknown + started.disputed,
            }),
          },
          { label: text('contact:sum.minutes'), value: number(found.medianMinutes, 0) },
          { label: text('contact:sum.topics'), value: number(found.topics, 0) },
          { label: text('contact:sum.evenness'), value: number(found.evenness, 1) },
          { label: text('contact:sum.schoolOnly'), value: share(found.schoolOnly) },
          {
            label: text('contact:sum.toneGap'),
            value: found.toneGap === null ? null : describeToneGap(found.toneGap, found.toneGaps),
          },
          {
            label: text('contact:sum.silence'),
            value:
              silence === null
                ? null
                : text('contact:sum.silenceValue', {
                    count: silence.days,
                    from: formatDay(silence.from),
                    until: formatDay(silence.until),
                  }),
          },
          {
            label: text('contact:sum.pledges'),
            value:
              contact.pledges.length === 0
                ? null
                : text('contact:sum.pledgesValue', {
                    kept: pledges.kept,
                    moved: pledges.moved,
                    broken: pledges.broken,
                    open: pledges.open,
                  }),
          },
        ])}
      />
    </Section>
  )
}

/** A measure about which nobody has said anything yet is no line. */
function listKnown(rows: readonly Fact[]): readonly Fact[] {
  return rows.filter(({ value }) => value !== null)
}

/** In steps of the four faces, and in words: a number below none says little to a tired reader. */
function describeToneGap(gap: number, count: number): string {
  const which = gap < 0 ? 'harsher' : gap > 0 ? 'warmer' : 'same'
  return text(`contact:sum.tone.${which}`, { gap: formatNumber(Math.abs(gap), 1), count })
}
