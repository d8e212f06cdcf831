import { useEffect } from 'react'
import { useOpenDesk } from './desk-context.ts'
import { keep } from './keep.ts'

/** Surveys can be as large as a county: they are pulled from the first time a screen asks for one. */
export function useSurvey(surveyId: string | null | undefined): void {
  const { replica, courier } = useOpenDesk()
  useEffect(() => {
    if (surveyId === null || surveyId === undefined) return
    const { feed } = replica.values
    if (feed.surveys.includes(surveyId)) return
    const surveys = [...feed.surveys, surveyId].slice(-20)
    keep(replica, { feed: { ...feed, surveys } })
      .then(courier.sendSoon)
      .catch(reportError)
  }, [replica, courier, surveyId])
}
