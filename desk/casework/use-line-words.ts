import type { LineItem, Milestone } from '../../core/evaluation/casework/time-line.ts'
import { pair } from '../../core/families/pair.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { usePersonNames } from './use-case.ts'

type Other = Exclude<LineItem, { readonly kind: 'caseContact' | 'caseConference' }>

/** What stands beside the day of everything but contacts and conferences, which have cards of their own. */
export function useLineWords(familyId: string): (item: Other) => string {
  const nameOf = usePersonNames(familyId)
  const pairs = useRecords(pair, { familyId })
  return (item) => {
    switch (item.kind) {
      case 'meeting':
        return text('casework:line.meeting', {
          ...{ no: item.no, name: item.name },
          presence: text(`groupwork:presence.${item.presence}`),
        })
      case 'contactLog': {
        const { pairId, reached, minutes, channel, startedBy } = item.entry
        const its = pairs.find(({ id }) => id === pairId)
        const between = { child: nameOf(its?.childId ?? ''), adult: nameOf(its?.adultId ?? '') }
        return joined([
          text('assessment:profile.of', between),
          reached ? text(`contact:channel.${channel}`) : text('casework:line.notReached'),
          minutes === null ? '' : text('contact:minutes', { count: minutes }),
          text(`casework:line.startedBy.${startedBy}`),
        ])
      }
      case 'measurement':
        return text('casework:line.measured', {
          name: nameOf(item.respondentId),
          title: readWords(item.title, currentLanguage()),
        })
      case 'lifeEvent':
        return lifeWords(item, nameOf(item.personId))
      case 'goalReview':
        return joined([
          item.level === null
            ? text('casework:line.reviewed', { goal: item.goal })
            : text('casework:line.rated', { goal: item.goal, level: signed(item.level) }),
          item.words,
        ])
      case 'followUp': {
        const { how, finding, words } = item.followUp
        return joined([
          how === null ? '' : text(`casework:mode.${how}`),
          finding === null ? '' : text(`casework:finding.${finding}`),
          words,
        ])
      }
      case 'homeVisit':
        return joined([item.visit.seen, item.visit.said])
      case 'milestone':
        return milestoneWords(item.milestone)
    }
  }
}

function lifeWords(its: Extract<LineItem, { readonly kind: 'lifeEvent' }>, name: string): string {
  switch (its.what) {
    case 'left':
    case 'back':
      return text(`casework:line.${its.what}`, {
        name,
        place: its.place === '' ? text('casework:line.away') : its.place,
      })
    case 'careBegan':
    case 'careEnded':
      return text(`casework:line.${its.what}.${its.as}`, { name })
    case 'born':
    case 'died':
      return text(`casework:line.${its.what}`, { name })
  }
}

function milestoneWords(its: Milestone): string {
  switch (its.what) {
    case 'decided':
      return text(`casework:decision.${its.decision}`)
    case 'closeAsked':
      return text('casework:line.milestone.closeAsked', {
        reason: text(`casework:closeReason.${its.reason}`),
      })
    case 'reopened':
      return text('casework:line.milestone.reopened', { reason: its.reason })
    case 'transfer':
      return text(`transfer:line.${its.step}`, { receiver: its.receiver })
    case 'opened':
    case 'closed':
    case 'profile':
    case 'plan':
      return text(`casework:line.milestone.${its.what}`)
  }
}

function signed(level: number): string {
  return level > 0 ? `+${level}` : String(level).replace('-', '−')
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
