/** The calendar day where the agency works. Before eight in the morning in China it is still yesterday in UTC. */
export function openCalendar(zone: string): (instant: string) => string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => parts.format(new Date(instant))
}
