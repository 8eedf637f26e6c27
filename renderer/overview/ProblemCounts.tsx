import type { Overview } from '../../shared/overview/overview.ts'
import { useText } from '../app/i18n.ts'
import { FigureLink } from './FigureLink.tsx'
import classes from './overview.module.css'

/** Records with findings of the checks, by kind and severity. */
export function ProblemCounts({ problems }: { readonly problems: Overview['problems'] }) {
  const t = useText()
  return (
    <table className={classes.table}>
      <tbody>
        {problems.records.map(({ entity, severity, figure }) => (
          <tr key={`${entity} ${severity}`}>
            <th scope="row">{t(`overview:problemRecords.${entity}`)}</th>
            <td className={classes.text}>{t(`overview:problem.${severity}`)}</td>
            <td>
              <FigureLink
                figure={figure}
                title={`${t(`overview:problemRecords.${entity}`)}, ${t(`overview:problem.${severity}`)}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
