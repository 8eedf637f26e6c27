import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { fileGrantSchema, type FileGrant } from '../../shared/kernel/contract-base.ts'
import { useDroppedFiles } from '../app/dropped-files.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { FileStep } from './FileStep.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportWizard } from './ImportWizard.tsx'
import classes from './imports.module.css'

/**
 * The place "imports": a register is chosen or dropped, understood, checked and imported; below, the past imports.
 * The file stands in the URL, so that a register dropped elsewhere opens here.
 */
export function ImportsPlace() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const navigate = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const named = fileGrantSchema.safeParse(search['file'])
  const file = named.success ? named.data : null
  const setFile = (chosen: FileGrant | null) =>
    void navigate({ to: '/imports', search: chosen === null ? {} : { file: chosen } })
  useDroppedFiles((files) => setFile(files[0] ?? null), !isReadOnly)

  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('common:place.imports')}
        count={file?.name}
        actions={
          file === null ? undefined : (
            <Button variant="default" onClick={() => setFile(null)}>
              {t('imports:otherFile')}
            </Button>
          )
        }
      />
      <div className={classes.body}>
        {file === null ? (
          <>
            <FileStep onChoose={setFile} isReadOnly={isReadOnly} />
            <ImportHistory />
          </>
        ) : (
          <ImportWizard key={file.grant} file={file} onFinish={() => setFile(null)} />
        )}
      </div>
    </div>
  )
}
