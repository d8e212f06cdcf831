// Everything that leaves the house about a family asks whether somebody is kept away from it [FAM-52, FAM-53, FAM-54]. Each place that makes a
// link, an address, a paper, a page or sends a notice is listed with how it asks; a new one fails until somebody has decided.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const here = import.meta.dirname
const sources = readdirSync(here).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

/** Hands a paper over, makes a secret address, opens a package or writes a page for somebody outside. */
const waysOut =
  /\bhandOver\(|\bmakeToken\(\)|\bshowFrame\(|\bwriteCopyPage\(|\bbuildPackage\(|\bchooseAdapter\(/

const asksWith: Readonly<Record<string, RegExp>> = {
  'case-paper-routes.ts': /await keepWhereabouts\(/,
  'family-links.ts': /mayBeReached\(/,
  'family-paper-routes.ts': /await keepWhereabouts\(/,
  'family-rights.ts': /mayReach\(/,
  'paper-routes.ts': /await keepWhereabouts\(/,
  // Whom and whether: find-receiver.ts, which asks each time.
  'send-notice.ts': /await findReceiver\(/,
  'find-receiver.ts': /await mayBeReached\(/,
  'rights-routes.ts': /isKeptAway\(held, request\.askedById\)/,
  'talk-paper-routes.ts': /await keepWhereabouts\(/,
  'transfer-links.ts': /hideInPackage\(/,
  'transfer-paper-routes.ts': /await keepWhereabouts\(/,
  // Writes through buildPackage, which hides by itself (core/casework/transfer).
  'transfer-records.ts': /restrictions: await look\.many\(restrictedParty/,
}

const needNot: Readonly<Record<string, string>> = {
  'family-send.ts':
    'frames the pages of links that stored-links.ts has opened; those of somebody kept away are gone',
  'hand-over-paper.ts': 'is what hands over; whoever calls it asks',
  'rights-copy-page.ts': 'writes what rights-routes.ts has chosen',
  'safety-paper-routes.ts': 'the report to the authority: it has to say where the child is',
  'staff-paper-routes.ts': 'about staff, of no family',
  'supervision-paper-routes.ts': 'for those who took part in a supervision; names no place',
  'transfer-visit.ts': 'shows what transfer-links.ts has opened',
}

describe('what leaves the house about a family', () => {
  const found = sources.filter((name) => waysOut.test(readFileSync(join(here, name), 'utf8')))

  test('is made in places that are known', () => {
    expect(found.length).toBeGreaterThan(8)
    expect(found.filter((name) => !(name in asksWith) && !(name in needNot))).toEqual([])
  })

  test('excuses no place that is gone', () => {
    expect(Object.keys(needNot).filter((name) => !found.includes(name))).toEqual([])
  })

  test.each(Object.entries(asksWith))('%s asks whether somebody is kept away', (name, how) => {
    expect(readFileSync(join(here, name), 'utf8')).toMatch(how)
  })
})
