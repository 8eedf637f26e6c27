import { useParams } from '@tanstack/react-router'
import { ComparePage } from './ComparePage.tsx'
import { FrameworkPage } from './FrameworkPage.tsx'
import { FrameworksPage } from './FrameworksPage.tsx'

/** The place "standards": the list; behind it, by the id in the address, one framework or the comparison of two. */
export function FrameworksPlace() {
  const { id } = useParams({ strict: false })
  if (id === undefined) return <FrameworksPage />
  if (id === 'compare') return <ComparePage />
  return <FrameworkPage key={id} id={id} />
}
