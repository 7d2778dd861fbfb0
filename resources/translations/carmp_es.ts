<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AddColors</name>
        <message>
            <source>Add colors</source>
            <translation>Agregar colores</translation>
        </message>
        <message>
            <source>No angle of this batch has an image to make colors from. Retry one first.</source>
            <translation>Ningún ángulo de este lote tiene una imagen de la que hacer colores. Reintente uno primero.</translation>
        </message>
        <message>
            <source>Every color of the sheet is here already.</source>
            <translation>Todos los colores de la hoja ya están aquí.</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>Choose a color</source>
            <translation>Elija un color</translation>
        </message>
        <message>
            <source>Make {images}</source>
            <translation>Hacer {images}</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>en este equipo</translation>
        </message>
        <message>
            <source>price unknown</source>
            <translation>precio desconocido</translation>
        </message>
        <message>
            <source>about {money}</source>
            <translation>unos {money}</translation>
        </message>
        <message>
            <source>The one angle</source>
            <translation>El único ángulo</translation>
        </message>
        <message>
            <source>All {n} angles</source>
            <translation>Los {n} ángulos</translation>
        </message>
        <message>
            <source>Which angles</source>
            <translation>Qué ángulos</translation>
        </message>
        <message>
            <source>{angle} only</source>
            <translation>Solo {angle}</translation>
        </message>
    </context>
    <context>
        <name>AddTile</name>
        <message>
            <source>Drop photos of one car here</source>
            <translation>Suelte aquí fotos de un auto</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Agregar fotos</translation>
        </message>
        <message>
            <source>Drop photos or folders, paste, or click to browse</source>
            <translation>Suelte fotos o carpetas, pegue o haga clic para buscar</translation>
        </message>
    </context>
    <context>
        <name>AngleHeader</name>
        <message>
            <source>Angles</source>
            <translation>Ángulos</translation>
        </message>
    </context>
    <context>
        <name>AnglePicker</name>
        <message>
            <source>No angles yet: the sheet has not been read.</source>
            <translation>Aún no hay ángulos: la hoja no se ha leído.</translation>
        </message>
        <message>
            <source>Angles</source>
            <translation>Ángulos</translation>
        </message>
        <message>
            <source>Choose all angles</source>
            <translation>Elegir todos los ángulos</translation>
        </message>
        <message>
            <source>Choose no angle</source>
            <translation>No elegir ningún ángulo</translation>
        </message>
    </context>
    <context>
        <name>Announcer</name>
        <message>
            <source>{n} done</source>
            <translation>{n} listas</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} con fallo</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>{n} image done</source>
            <translation>{n} imagen lista</translation>
        </message>
        <message>
            <source>{n} images done</source>
            <translation>{n} imágenes listas</translation>
        </message>
        <message>
            <source>What failed can be made again in the window.</source>
            <translation>Lo que falló se puede hacer de nuevo en la ventana.</translation>
        </message>
    </context>
    <context>
        <name>BatchHeader</name>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} con fallo</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>{money} spent</source>
            <translation>{money} gastados</translation>
        </message>
        <message>
            <source>about {money} to come</source>
            <translation>unos {money} por gastar</translation>
        </message>
        <message>
            <source>a few seconds to go</source>
            <translation>faltan unos segundos</translation>
        </message>
        <message>
            <source>about {n} s to go</source>
            <translation>faltan unos {n} s</translation>
        </message>
        <message>
            <source>about {n} min to go</source>
            <translation>faltan unos {n} min</translation>
        </message>
        <message>
            <source>Size of the cards</source>
            <translation>Tamaño de las tarjetas</translation>
        </message>
        <message>
            <source>Let the cards fill the width</source>
            <translation>Ajustar las tarjetas al ancho</translation>
        </message>
    </context>
    <context>
        <name>BatchPage</name>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Make what was interrupted and had not begun</source>
            <translation>Hacer lo que se interrumpió y no había comenzado</translation>
        </message>
        <message>
            <source>Retry failed</source>
            <translation>Reintentar fallidas</translation>
        </message>
        <message>
            <source>Each image that is made again is a new paid attempt</source>
            <translation>Cada imagen que se hace de nuevo es otro intento pagado</translation>
        </message>
        <message>
            <source>Add colors</source>
            <translation>Agregar colores</translation>
        </message>
        <message>
            <source>Make further colors of the angles that are here</source>
            <translation>Hacer más colores de los ángulos que están aquí</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Write the images as files for a marketplace</source>
            <translation>Guardar las imágenes como archivos para un portal de ventas</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop this batch; what already runs may be charged</source>
            <translation>Detener este lote; lo que ya está en curso puede cobrarse</translation>
        </message>
        <message>
            <source>Make the rest</source>
            <translation>Hacer el resto</translation>
        </message>
    </context>
    <context>
        <name>BatchesDesk</name>
        <message>
            <source>A batch was interrupted</source>
            <translation>Se interrumpió un lote</translation>
        </message>
        <message>
            <source>{n} batches were interrupted</source>
            <translation>Se interrumpieron {n} lotes</translation>
        </message>
        <message>
            <source>What is missing is made now.</source>
            <translation>Lo que falta se hace ahora.</translation>
        </message>
        <message>
            <source>What had begun is fetched now; nothing is paid for twice.</source>
            <translation>Lo que había comenzado se trae ahora; nada se paga dos veces.</translation>
        </message>
        <message>
            <source>{n} image had not begun and waits for Go on.</source>
            <translation>{n} imagen no había comenzado y espera a Continuar.</translation>
        </message>
        <message>
            <source>{n} images had not begun and wait for Go on.</source>
            <translation>{n} imágenes no habían comenzado y esperan a Continuar.</translation>
        </message>
        <message>
            <source>Still being made</source>
            <translation>Aún en curso</translation>
        </message>
        <message>
            <source>Its page can be closed when the batch has ended, or is canceled.</source>
            <translation>Su página se puede cerrar cuando el lote termine o se cancele.</translation>
        </message>
    </context>
    <context>
        <name>BatchesView</name>
        <message>
            <source>Batches</source>
            <translation>Lotes</translation>
        </message>
        <message>
            <source>Close {name}</source>
            <translation>Cerrar {name}</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Generating</source>
            <translation>Generando</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completada</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>En cola</translation>
        </message>
        <message>
            <source>in {time}</source>
            <translation>en {time}</translation>
        </message>
        <message>
            <source>{money} charged</source>
            <translation>{money} cobrados</translation>
        </message>
        <message>
            <source>Local preview</source>
            <translation>Vista previa local</translation>
        </message>
        <message>
            <source>Add this color</source>
            <translation>Agregar este color</translation>
        </message>
        <message>
            <source>{place}: not made. Enter adds this color</source>
            <translation>{place}: no hecha. Intro agrega este color</translation>
        </message>
        <message>
            <source>File not readable</source>
            <translation>Archivo ilegible</translation>
        </message>
        <message>
            <source>Image deleted</source>
            <translation>Imagen eliminada</translation>
        </message>
        <message>
            <source>Check me: {reason}</source>
            <translation>Revisar: {reason}</translation>
        </message>
        <message>
            <source>{place}: {state}</source>
            <translation>{place}: {state}</translation>
        </message>
        <message>
            <source>{reason} until {time}</source>
            <translation>{reason} hasta las {time}</translation>
        </message>
        <message>
            <source>Made in {seconds} s</source>
            <translation>Hecha en {seconds} s</translation>
        </message>
        <message>
            <source>Waits for its angle</source>
            <translation>Espera a su ángulo</translation>
        </message>
        <message>
            <source>Angle failed</source>
            <translation>Falló el ángulo</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Falló</translation>
        </message>
    </context>
    <context>
        <name>CardMenu</name>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open in the system's viewer</source>
            <translation>Abrir en el visor del sistema</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Touch up by hand…</source>
            <translation>Retocar a mano…</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Put into the bin</source>
            <translation>Pasar a la papelera</translation>
        </message>
        <message>
            <source>Look for it again</source>
            <translation>Buscarla otra vez</translation>
        </message>
        <message>
            <source>Make anew (may be paid twice)</source>
            <translation>Hacerla de nuevo (quizá se pague dos veces)</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Hacer de nuevo</translation>
        </message>
        <message>
            <source>Cancel this image</source>
            <translation>Cancelar esta imagen</translation>
        </message>
    </context>
    <context>
        <name>ColorChip</name>
        <message>
            <source>Your own color. Delete removes it.</source>
            <translation>Un color suyo. Supr lo quita.</translation>
        </message>
    </context>
    <context>
        <name>ColorHeader</name>
        <message>
            <source>Colors</source>
            <translation>Colores</translation>
        </message>
    </context>
    <context>
        <name>ColorPicker</name>
        <message>
            <source>No colors yet: the sheet has not been read.</source>
            <translation>Aún no hay colores: la hoja no se ha leído.</translation>
        </message>
        <message>
            <source>Search colors</source>
            <translation>Buscar colores</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Propio</translation>
        </message>
        <message>
            <source>Add a custom color</source>
            <translation>Agregar un color propio</translation>
        </message>
        <message>
            <source>Name or #hex, then Enter</source>
            <translation>Nombre o #hex, luego Intro</translation>
        </message>
        <message>
            <source>Colors</source>
            <translation>Colores</translation>
        </message>
        <message>
            <source>Choose all colors</source>
            <translation>Elegir todos los colores</translation>
        </message>
        <message>
            <source>Choose no color</source>
            <translation>No elegir ningún color</translation>
        </message>
        <message>
            <source>No color is called “{text}”.</source>
            <translation>Ningún color se llama “{text}”.</translation>
        </message>
    </context>
    <context>
        <name>CompareButton</name>
        <message>
            <source>Choose what to compare with (C)</source>
            <translation>Elegir con qué comparar (C)</translation>
        </message>
        <message>
            <source>Nothing to compare with</source>
            <translation>Nada con que comparar</translation>
        </message>
        <message>
            <source>Compared with: {name}</source>
            <translation>Comparada con: {name}</translation>
        </message>
    </context>
    <context>
        <name>DesktopBus</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Enter a Replicate token</source>
            <translation>Ingresar un token de Replicate</translation>
        </message>
        <message>
            <source>Browse photos…</source>
            <translation>Buscar fotos…</translation>
        </message>
        <message>
            <source>{n} photo in</source>
            <translation>{n} foto agregada</translation>
        </message>
        <message>
            <source>{n} photos in</source>
            <translation>{n} fotos agregadas</translation>
        </message>
        <message>
            <source>Every angle, in every color</source>
            <translation>Cada ángulo, en cada color</translation>
        </message>
        <message>
            <source>Drop photos of one car anywhere on this window to begin.</source>
            <translation>Para empezar, suelte fotos de un auto en cualquier lugar de esta ventana.</translation>
        </message>
        <message>
            <source>Choose angles and colors on the left, then press Generate.</source>
            <translation>Elija ángulos y colores a la izquierda y presione Generar.</translation>
        </message>
        <message>
            <source>Press “{button}”, or Ctrl+Return.</source>
            <translation>Presione “{button}”, o Ctrl+Intro.</translation>
        </message>
        <message>
            <source>Studio makes previews on this computer, without token or cost.</source>
            <translation>Estudio hace vistas previas en este equipo, sin token ni costo.</translation>
        </message>
        <message>
            <source>Replicate makes the images.</source>
            <translation>Replicate hace las imágenes.</translation>
        </message>
        <message>
            <source>Replicate makes the images, for about {price} each.</source>
            <translation>Replicate hace las imágenes, por unos {price} cada una.</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Agregar fotos</translation>
        </message>
        <message>
            <source>A few of the same car, from any side.</source>
            <translation>Algunas del mismo auto, de cualquier lado.</translation>
        </message>
        <message>
            <source>Tick angles and colors</source>
            <translation>Marcar ángulos y colores</translation>
        </message>
        <message>
            <source>A row for each angle, a column for each color.</source>
            <translation>Una fila por ángulo, una columna por color.</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Generar</translation>
        </message>
        <message>
            <source>Cards fill as they finish, already saved.</source>
            <translation>Las tarjetas se llenan al terminar, ya guardadas.</translation>
        </message>
    </context>
    <context>
        <name>EnginePill</name>
        <message>
            <source>Engine: {name}</source>
            <translation>Motor: {name}</translation>
        </message>
        <message>
            <source>Images wait for the connection to Replicate, and go on by themselves.</source>
            <translation>Las imágenes esperan la conexión con Replicate y siguen solas.</translation>
        </message>
        <message>
            <source>Replicate · offline</source>
            <translation>Replicate · sin conexión</translation>
        </message>
        <message>
            <source>Studio · on this computer</source>
            <translation>Estudio · en este equipo</translation>
        </message>
        <message>
            <source>Studio · no model file</source>
            <translation>Estudio · sin archivo del modelo</translation>
        </message>
        <message>
            <source>Replicate · {model}</source>
            <translation>Replicate · {model}</translation>
        </message>
        <message>
            <source>Replicate · no token</source>
            <translation>Replicate · sin token</translation>
        </message>
    </context>
    <context>
        <name>Exhibits</name>
        <message>
            <source>Nothing to compare with</source>
            <translation>Nada con que comparar</translation>
        </message>
        <message>
            <source>It was moved, deleted or damaged: {name}</source>
            <translation>Se movió, se eliminó o se dañó: {name}</translation>
        </message>
        <message>
            <source>The file cannot be read</source>
            <translation>No se puede leer el archivo</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Nothing that is there is ever replaced.</source>
            <translation>Nunca se reemplaza nada de lo que ya está.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>Carpeta…</translation>
        </message>
        <message>
            <source>ZIP file…</source>
            <translation>Archivo ZIP…</translation>
        </message>
        <message>
            <source>Export into a folder</source>
            <translation>Exportar a una carpeta</translation>
        </message>
        <message>
            <source>Export into a ZIP file</source>
            <translation>Exportar a un archivo ZIP</translation>
        </message>
        <message>
            <source>ZIP files (*.zip)</source>
            <translation>Archivos ZIP (*.zip)</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>{shape} where the car allows</source>
            <translation>{shape} si el auto lo permite</translation>
        </message>
        <message>
            <source>exactly {shape}</source>
            <translation>exactamente {shape}</translation>
        </message>
        <message>
            <source>at most {n} px</source>
            <translation>máximo {n} px</translation>
        </message>
        <message>
            <source>at least {n} px</source>
            <translation>mínimo {n} px</translation>
        </message>
        <message>
            <source>{n} px advised</source>
            <translation>{n} px recomendados</translation>
        </message>
        <message>
            <source>at most {n} images of a car</source>
            <translation>máximo {n} imágenes por auto</translation>
        </message>
        <message>
            <source>how many images</source>
            <translation>cuántas imágenes</translation>
        </message>
        <message>
            <source>which size</source>
            <translation>qué tamaño</translation>
        </message>
        <message>
            <source>at most {n} MB a file</source>
            <translation>máximo {n} MB por archivo</translation>
        </message>
        <message>
            <source>no text on the images</source>
            <translation>sin texto en las imágenes</translation>
        </message>
        <message>
            <source>no border</source>
            <translation>sin borde</translation>
        </message>
        <message>
            <source>the main image in the car's own color</source>
            <translation>la imagen principal en el color propio del auto</translation>
        </message>
        <message>
            <source>the very car that is sold</source>
            <translation>el mismo auto que se vende</translation>
        </message>
        <message>
            <source>the car cut out where its outline is known</source>
            <translation>el auto recortado si se conoce su contorno</translation>
        </message>
        <message>
            <source>{format}, quality {n}</source>
            <translation>{format}, calidad {n}</translation>
        </message>
        <message>
            <source>{n} file beside them</source>
            <translation>{n} archivo aparte</translation>
        </message>
        <message>
            <source>{n} files beside them</source>
            <translation>{n} archivos aparte</translation>
        </message>
        <message>
            <source>{images} and {files}</source>
            <translation>{images} y {files}</translation>
        </message>
        <message>
            <source>An image is exported</source>
            <translation>Se exportó una imagen</translation>
        </message>
        <message>
            <source>{n} images are exported</source>
            <translation>Se exportaron {n} imágenes</translation>
        </message>
        <message>
            <source>{size}, in {place}.</source>
            <translation>{size}, en {place}.</translation>
        </message>
        <message>
            <source>{n} image was left out.</source>
            <translation>Se omitió {n} imagen.</translation>
        </message>
        <message>
            <source>{n} images were left out.</source>
            <translation>Se omitieron {n} imágenes.</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} y {n} más</translation>
        </message>
    </context>
    <context>
        <name>ExportDesk</name>
        <message>
            <source>The selected image</source>
            <translation>La imagen seleccionada</translation>
        </message>
        <message>
            <source>{n} selected images</source>
            <translation>{n} imágenes seleccionadas</translation>
        </message>
        <message>
            <source>This image</source>
            <translation>Esta imagen</translation>
        </message>
        <message>
            <source>This batch</source>
            <translation>Este lote</translation>
        </message>
        <message>
            <source>All of {car}</source>
            <translation>Todas las de {car}</translation>
        </message>
        <message>
            <source>Own profiles…</source>
            <translation>Perfiles propios…</translation>
        </message>
        <message>
            <source>Show files</source>
            <translation>Mostrar archivos</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Own profiles…</source>
            <translation>Perfiles propios…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>{done} of {total} images</source>
            <translation>{done} de {total} imágenes</translation>
        </message>
        <message>
            <source>Stopped; nothing half-written is left.</source>
            <translation>Detenido; no queda nada a medio guardar.</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Export {n} image</source>
            <translation>Exportar {n} imagen</translation>
        </message>
        <message>
            <source>Export {n} images</source>
            <translation>Exportar {n} imágenes</translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>Approved images only</source>
            <translation>Solo imágenes aprobadas</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Nombres</translation>
        </message>
        <message>
            <source>Stock number</source>
            <translation>Número de inventario</translation>
        </message>
        <message>
            <source>Without one the car's name stands for it.</source>
            <translation>Sin él se usa el nombre del auto.</translation>
        </message>
        <message>
            <source>Language of the disclosure</source>
            <translation>Idioma del aviso</translation>
        </message>
        <message>
            <source>Contact sheet</source>
            <translation>Hoja de contactos</translation>
        </message>
        <message>
            <source>The matrix of each car as PNG and PDF.</source>
            <translation>La matriz de cada auto como PNG y PDF.</translation>
        </message>
        <message>
            <source>A recolored image may be the main one</source>
            <translation>La principal puede ser recoloreada</translation>
        </message>
        <message>
            <source>The profile asks for the car's own color there.</source>
            <translation>El perfil pide allí el color propio del auto.</translation>
        </message>
        <message>
            <source>Enlarge small images</source>
            <translation>Ampliar imágenes pequeñas</translation>
        </message>
        <message>
            <source>They gain pixels and no detail. Else they are left out.</source>
            <translation>Ganan píxeles, no detalle. Si no, se omiten.</translation>
        </message>
        <message>
            <source>We could not confirm these limits; please check them with the marketplace: {what}</source>
            <translation>No hemos podido confirmar estos límites; compruébelos con el portal: {what}</translation>
        </message>
        <message>
            <source>What you rejected stays behind in any case.</source>
            <translation>Lo rechazado se omite de todos modos.</translation>
        </message>
        <message>
            <source>File beside them</source>
            <translation>Archivo aparte</translation>
        </message>
        <message>
            <source>On the images</source>
            <translation>En las imágenes</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Tells people that the images are no photos; the files are always marked.</source>
            <translation>Avisa que las imágenes no son fotos; los archivos siempre se marcan.</translation>
        </message>
        <message>
            <source>The profile forbids text on the images; the files are always marked.</source>
            <translation>El perfil prohíbe texto en las imágenes; los archivos siempre se marcan.</translation>
        </message>
        <message>
            <source>Disclosure</source>
            <translation>Aviso</translation>
        </message>
    </context>
    <context>
        <name>FactRow</name>
        <message>
            <source>Press to copy</source>
            <translation>Presione para copiar</translation>
        </message>
        <message>
            <source>Click to copy</source>
            <translation>Haga clic para copiar</translation>
        </message>
        <message>
            <source>Copy {label}</source>
            <translation>Copiar {label}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>Filmstrip</name>
        <message>
            <source>All images in order</source>
            <translation>Todas las imágenes en orden</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ayer</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d 'de' MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d 'de' MMMM 'de' yyyy</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>local previews</source>
            <translation>vistas previas locales</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Color original</translation>
        </message>
        <message>
            <source>Local preview</source>
            <translation>Vista previa local</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>File not found</source>
            <translation>Archivo no encontrado</translation>
        </message>
        <message>
            <source>starred</source>
            <translation>destacada</translation>
        </message>
        <message>
            <source>Check me: {reason}</source>
            <translation>Revisar: {reason}</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>en la papelera</translation>
        </message>
        <message>
            <source>This file was moved or deleted.</source>
            <translation>Este archivo se movió o se eliminó.</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <translation>d MMM yyyy, HH:mm</translation>
        </message>
        <message>
            <source>d MMM, HH:mm</source>
            <translation>d MMM, HH:mm</translation>
        </message>
        <message>
            <source>From {day}</source>
            <translation>Desde el {day}</translation>
        </message>
        <message>
            <source>Until {day}</source>
            <translation>Hasta el {day}</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>{n} file missing</source>
            <translation>falta {n} archivo</translation>
        </message>
        <message>
            <source>{n} files missing</source>
            <translation>faltan {n} archivos</translation>
        </message>
    </context>
    <context>
        <name>GalleryDesk</name>
        <message>
            <source>An image is in the bin</source>
            <translation>Una imagen está en la papelera</translation>
        </message>
        <message>
            <source>{n} images are in the bin</source>
            <translation>{n} imágenes están en la papelera</translation>
        </message>
        <message>
            <source>The files stay where they are until you empty the bin.</source>
            <translation>Los archivos se quedan donde están hasta vaciar la papelera.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>{n} image went to the system's recycle bin</source>
            <translation>{n} imagen pasó a la papelera del sistema</translation>
        </message>
        <message>
            <source>{n} images went to the system's recycle bin</source>
            <translation>{n} imágenes pasaron a la papelera del sistema</translation>
        </message>
        <message>
            <source>The gallery is {size} smaller.</source>
            <translation>La galería ocupa {size} menos.</translation>
        </message>
        <message>
            <source>{n} image stays in the bin: its batch is still being made.</source>
            <translation>{n} imagen se queda en la papelera: su lote aún está en curso.</translation>
        </message>
        <message>
            <source>{n} images stay in the bin: their batch is still being made.</source>
            <translation>{n} imágenes se quedan en la papelera: su lote aún está en curso.</translation>
        </message>
    </context>
    <context>
        <name>GalleryEmpty</name>
        <message>
            <source>Clear filters</source>
            <translation>Quitar filtros</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>en la papelera</translation>
        </message>
        <message>
            <source>in the gallery</source>
            <translation>en la galería</translation>
        </message>
        <message>
            <source>No image {place} matches all of it. Fewer words or filters find more.</source>
            <translation>Ninguna imagen {place} cumple con todo. Con menos palabras o filtros se encuentran más.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>No se encontró nada</translation>
        </message>
        <message>
            <source>The bin is empty</source>
            <translation>La papelera está vacía</translation>
        </message>
        <message>
            <source>What you delete waits here, and can be restored until you empty the bin.</source>
            <translation>Lo que se elimina espera aquí y se puede restaurar hasta vaciar la papelera.</translation>
        </message>
        <message>
            <source>Everything is in the bin</source>
            <translation>Todo está en la papelera</translation>
        </message>
        <message>
            <source>From there it can be restored.</source>
            <translation>Desde allí se puede restaurar.</translation>
        </message>
        <message>
            <source>Your images will stand here</source>
            <translation>Aquí estarán sus imágenes</translation>
        </message>
        <message>
            <source>Every image arrives by itself the moment it is finished: by day and car, the newest first. Drag them from here into any program.</source>
            <translation>Cada imagen llega sola en cuanto se termina: por día y auto, primero la más nueva. Arrástrelas de aquí a cualquier programa.</translation>
        </message>
    </context>
    <context>
        <name>GalleryFilters</name>
        <message>
            <source>Car</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Any car</source>
            <translation>Cualquier auto</translation>
        </message>
        <message>
            <source>Angle</source>
            <translation>Ángulo</translation>
        </message>
        <message>
            <source>Any angle</source>
            <translation>Cualquier ángulo</translation>
        </message>
        <message>
            <source>Color</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>Any color</source>
            <translation>Cualquier color</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Any batch</source>
            <translation>Cualquier lote</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacadas</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Aprobadas</translation>
        </message>
        <message>
            <source>Local previews</source>
            <translation>Previas locales</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Papelera</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Quitar filtros</translation>
        </message>
        <message>
            <source>Bin · {n}</source>
            <translation>Papelera · {n}</translation>
        </message>
    </context>
    <context>
        <name>GalleryLoupe</name>
        <message>
            <source>Gallery</source>
            <translation>Galería</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completada</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Precio</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Creada</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
    </context>
    <context>
        <name>GalleryMenu</name>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Copy {n} files</source>
            <translation>Copiar {n} archivos</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Unstar</source>
            <translation>No destacar</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>Delete {n} images</source>
            <translation>Eliminar {n} imágenes</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleccionar todo</translation>
        </message>
    </context>
    <context>
        <name>GalleryPage</name>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
    </context>
    <context>
        <name>GalleryView</name>
        <message>
            <source>Images of the gallery</source>
            <translation>Imágenes de la galería</translation>
        </message>
    </context>
    <context>
        <name>GenerateFoot</name>
        <message>
            <source>Enter token</source>
            <translation>Ingresar token</translation>
        </message>
        <message>
            <source>Choose the engine</source>
            <translation>Elegir el motor</translation>
        </message>
        <message>
            <source>with {engine}</source>
            <translation>con {engine}</translation>
        </message>
        <message>
            <source>image</source>
            <translation>imagen</translation>
        </message>
        <message>
            <source>images</source>
            <translation>imágenes</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>en este equipo</translation>
        </message>
        <message>
            <source>about</source>
            <translation>unos</translation>
        </message>
        <message>
            <source>price unknown</source>
            <translation>precio desconocido</translation>
        </message>
        <message>
            <source>Add at least one photo of the car.</source>
            <translation>Agregue al menos una foto del auto.</translation>
        </message>
        <message>
            <source>Choose at least one angle.</source>
            <translation>Elija al menos un ángulo.</translation>
        </message>
        <message>
            <source>Choose a color, or turn auto-colorize off.</source>
            <translation>Elija un color, o desactive el coloreado automático.</translation>
        </message>
        <message>
            <source>Generate {angles} Angle (colors later)</source>
            <translation>Generar {angles} ángulo (colores después)</translation>
        </message>
        <message>
            <source>Generate {angles} Angles (colors later)</source>
            <translation>Generar {angles} ángulos (colores después)</translation>
        </message>
        <message>
            <source>Generate {angles} Angle → {colors} Color each</source>
            <translation>Generar {angles} ángulo → {colors} color</translation>
        </message>
        <message>
            <source>Generate {angles} Angle → {colors} Colors each</source>
            <translation>Generar {angles} ángulo → {colors} colores</translation>
        </message>
        <message>
            <source>Generate {angles} Angles → {colors} Color each</source>
            <translation>Generar {angles} ángulos → {colors} color c/u</translation>
        </message>
        <message>
            <source>Generate {angles} Angles → {colors} Colors each</source>
            <translation>Generar {angles} ángulos → {colors} colores c/u</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>{images} with Studio, on this computer and without cost.</source>
            <translation>{images} con Estudio, en este equipo y sin costo.</translation>
        </message>
        <message>
            <source>{images} with Replicate, at an unknown price.</source>
            <translation>{images} con Replicate, a un precio desconocido.</translation>
        </message>
        <message>
            <source>{images} with Replicate, for about {cost}.</source>
            <translation>{images} con Replicate, por unos {cost}.</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estudio</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ayer</translation>
        </message>
        <message>
            <source>dddd, d MMMM</source>
            <translation>dddd, d 'de' MMMM</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d 'de' MMMM 'de' yyyy</translation>
        </message>
        <message>
            <source>{n} batch</source>
            <translation>{n} lote</translation>
        </message>
        <message>
            <source>{n} batches</source>
            <translation>{n} lotes</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estudio</translation>
        </message>
        <message>
            <source>At work now</source>
            <translation>En curso ahora</translation>
        </message>
        <message>
            <source>Interrupted, waits for you</source>
            <translation>Interrumpido, a su espera</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} con fallo</translation>
        </message>
        <message>
            <source>{n} canceled</source>
            <translation>canceladas: {n}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>en este equipo</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <translation>d 'de' MMMM</translation>
        </message>
        <message>
            <source>{done} of {total} images</source>
            <translation>{done} de {total} imágenes</translation>
        </message>
        <message>
            <source>{done} of {total} image</source>
            <translation>{done} de {total} imagen</translation>
        </message>
    </context>
    <context>
        <name>HistoryDesk</name>
        <message>
            <source>No images left</source>
            <translation>No quedan imágenes</translation>
        </message>
        <message>
            <source>The images of this batch have been put into the bin.</source>
            <translation>Las imágenes de este lote están en la papelera.</translation>
        </message>
    </context>
    <context>
        <name>HistoryEmpty</name>
        <message>
            <source>Open one on any later day, and its matrix stands as it was:</source>
            <translation>Abra uno cualquier otro día, y su matriz estará como antes:</translation>
        </message>
        <message>
            <source>look at every image, make failed ones again, add colors.</source>
            <translation>mirar cada imagen, rehacer las fallidas, agregar colores.</translation>
        </message>
        <message>
            <source>Make the first batch</source>
            <translation>Hacer el primer lote</translation>
        </message>
        <message>
            <source>Every batch you make stays here</source>
            <translation>Cada lote que haga se queda aquí</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <source>Batches, newest first</source>
            <translation>Lotes, primero los más nuevos</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
        <message>
            <source>Search cars</source>
            <translation>Buscar autos</translation>
        </message>
        <message>
            <source>Search the history by car</source>
            <translation>Buscar en el historial por auto</translation>
        </message>
        <message>
            <source>No batch of “{car}”</source>
            <translation>Ningún lote de “{car}”</translation>
        </message>
        <message>
            <source>{n} batch</source>
            <translation>{n} lote</translation>
        </message>
        <message>
            <source>{n} batches</source>
            <translation>{n} lotes</translation>
        </message>
    </context>
    <context>
        <name>Instructions</name>
        <message>
            <source>Additional instructions</source>
            <translation>Instrucciones adicionales</translation>
        </message>
        <message>
            <source>Added to every prompt of the batch</source>
            <translation>Se agregan a cada prompt del lote</translation>
        </message>
        <message>
            <source>Additional instructions · in use</source>
            <translation>Instrucciones adicionales · en uso</translation>
        </message>
    </context>
    <context>
        <name>JobsList</name>
        <message>
            <source>Jobs that run, wait or failed</source>
            <translation>Trabajos en curso, en espera o fallidos</translation>
        </message>
        <message>
            <source>Show in the matrix</source>
            <translation>Mostrar en la matriz</translation>
        </message>
        <message>
            <source>Cancel this image</source>
            <translation>Cancelar esta imagen</translation>
        </message>
    </context>
    <context>
        <name>JobsTray</name>
        <message>
            <source>Show the jobs</source>
            <translation>Mostrar los trabajos</translation>
        </message>
        <message>
            <source>Hide the jobs</source>
            <translation>Ocultar los trabajos</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir carpeta</translation>
        </message>
        <message>
            <source>Show the gallery folder {folder}</source>
            <translation>Mostrar la carpeta de la galería {folder}</translation>
        </message>
        <message>
            <source>{n} running</source>
            <translation>{n} en curso</translation>
        </message>
        <message>
            <source>{n} queued</source>
            <translation>{n} en cola</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} con fallo</translation>
        </message>
        <message>
            <source>Nothing runs, waits or needs you.</source>
            <translation>Nada está en curso, en espera ni requiere atención.</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Everywhere</source>
            <translation>En todas partes</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estudio</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>Galería</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Add photos</source>
            <translation>Agregar fotos</translation>
        </message>
        <message>
            <source>Paste photos</source>
            <translation>Pegar fotos</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Generar</translation>
        </message>
        <message>
            <source>Show or hide the jobs</source>
            <translation>Mostrar u ocultar los trabajos</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Configuración</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro u oscuro</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Siguiente parte de la ventana</translation>
        </message>
        <message>
            <source>This sheet</source>
            <translation>Esta hoja</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>Matriz</translation>
        </message>
        <message>
            <source>Walk</source>
            <translation>Recorrer</translation>
        </message>
        <message>
            <source>Open, or fill an empty place</source>
            <translation>Abrir, o llenar un lugar vacío</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Touch up by hand</source>
            <translation>Retocar a mano</translation>
        </message>
        <message>
            <source>Approve, reject; again takes it back</source>
            <translation>Aprobar, rechazar; otra vez: anular</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Put into the bin</source>
            <translation>Pasar a la papelera</translation>
        </message>
        <message>
            <source>Close the batch's page</source>
            <translation>Cerrar la página del lote</translation>
        </message>
        <message>
            <source>Menu of the card, its row, its column</source>
            <translation>Menú de tarjeta, fila, columna</translation>
        </message>
        <message>
            <source>Loupe</source>
            <translation>Lupa</translation>
        </message>
        <message>
            <source>Walk through the images</source>
            <translation>Recorrer las imágenes</translation>
        </message>
        <message>
            <source>Hold for the original</source>
            <translation>Mantener: el original</translation>
        </message>
        <message>
            <source>One, slider, side by side</source>
            <translation>Única, deslizador, lado a lado</translation>
        </message>
        <message>
            <source>What to compare with</source>
            <translation>Con qué comparar</translation>
        </message>
        <message>
            <source>Move the slider</source>
            <translation>Mover el deslizador</translation>
        </message>
        <message>
            <source>Zoom, fit, 100 %</source>
            <translation>Zoom, ajustar, 100 %</translation>
        </message>
        <message>
            <source>Move the image</source>
            <translation>Mover la imagen</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Touch-up</source>
            <translation>Retoque</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>Tamaño del pincel</translation>
        </message>
        <message>
            <source>The other brush</source>
            <translation>El otro pincel</translation>
        </message>
        <message>
            <source>Outline, paint</source>
            <translation>Contorno, pintura</translation>
        </message>
        <message>
            <source>Mask or finished picture</source>
            <translation>Máscara o imagen terminada</translation>
        </message>
        <message>
            <source>Move the brush</source>
            <translation>Mover el pincel</translation>
        </message>
        <message>
            <source>Begin and end a stroke</source>
            <translation>Empezar y terminar un trazo</translation>
        </message>
        <message>
            <source>Hold and drag to move</source>
            <translation>Mantener y arrastrar para mover</translation>
        </message>
        <message>
            <source>Zoom, fit</source>
            <translation>Zoom, ajustar</translation>
        </message>
        <message>
            <source>Undo, redo</source>
            <translation>Deshacer, rehacer</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Trabajos</translation>
        </message>
        <message>
            <source>Show in the matrix</source>
            <translation>Mostrar en la matriz</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleccionar todo</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
    </context>
    <context>
        <name>KeysSheet</name>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Cerrar (Esc)</translation>
        </message>
        <message>
            <source>Everything by keyboard</source>
            <translation>Todo con el teclado</translation>
        </message>
    </context>
    <context>
        <name>LeaveGuard</name>
        <message>
            <source>Images are still being made</source>
            <translation>Aún se están haciendo imágenes</translation>
        </message>
        <message>
            <source>Close once more to leave.</source>
            <translation>Cierre otra vez para salir.</translation>
        </message>
        <message>
            <source>Close, go on next time</source>
            <translation>Cerrar y seguir la próxima vez</translation>
        </message>
        <message>
            <source>They go on at the next start. What Replicate finishes meanwhile is fetched then; it keeps an image for an hour.</source>
            <translation>Siguen en el próximo inicio. Lo que Replicate termine mientras tanto se trae entonces; conserva cada imagen una hora.</translation>
        </message>
        <message>
            <source>They can be made with the window hidden: you are told at the end. Or they go on at the next start; Replicate keeps a finished image for an hour.</source>
            <translation>Se pueden hacer con la ventana oculta: al final se le avisa. O siguen en el próximo inicio; Replicate conserva una imagen terminada una hora.</translation>
        </message>
        <message>
            <source>They can be made with the window hidden: start the program again to see them. Or they go on at the next start; Replicate keeps a finished image for an hour.</source>
            <translation>Se pueden hacer con la ventana oculta: inicie el programa de nuevo para verlas. O siguen en el próximo inicio; Replicate conserva una imagen terminada una hora.</translation>
        </message>
        <message>
            <source>Keep making them</source>
            <translation>Seguir haciéndolas</translation>
        </message>
    </context>
    <context>
        <name>LineMenu</name>
        <message>
            <source>Retry what failed ({n})</source>
            <translation>Reintentar lo que falló ({n})</translation>
        </message>
        <message>
            <source>Make all again ({n})</source>
            <translation>Hacer todo de nuevo ({n})</translation>
        </message>
        <message>
            <source>Cancel what runs ({n})</source>
            <translation>Cancelar lo que está en curso ({n})</translation>
        </message>
        <message>
            <source>Add colors…</source>
            <translation>Agregar colores…</translation>
        </message>
        <message>
            <source>Add this color to all angles…</source>
            <translation>Agregar este color a todos los ángulos…</translation>
        </message>
    </context>
    <context>
        <name>Loupe</name>
        <message>
            <source>{n} of {m}</source>
            <translation>{n} de {m}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Image, large</source>
            <translation>Imagen, grande</translation>
        </message>
    </context>
    <context>
        <name>LoupeBar</name>
        <message>
            <source>Zoom out (−)</source>
            <translation>Alejar (−)</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>Acercar (+)</translation>
        </message>
        <message>
            <source>Compare (V)</source>
            <translation>Comparar (V)</translation>
        </message>
        <message>
            <source>Single</source>
            <translation>Única</translation>
        </message>
        <message>
            <source>Slider</source>
            <translation>Deslizador</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Lado a lado</translation>
        </message>
        <message>
            <source>Show or hide what is known (I)</source>
            <translation>Mostrar u ocultar lo que se sabe (I)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Cerrar (Esc)</translation>
        </message>
        <message>
            <source>The whole picture (0), or 100 % (1)</source>
            <translation>La imagen completa (0), o 100 % (1)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <source>Zoom: {zoom}</source>
            <translation>Zoom: {zoom}</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacada</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
    </context>
    <context>
        <name>LoupeCanvas</name>
        <message>
            <source>Arrow keys go to other images, Ctrl and an arrow key moves the picture.</source>
            <translation>Las flechas van a otras imágenes; Ctrl y una flecha mueven la imagen.</translation>
        </message>
    </context>
    <context>
        <name>LoupeFacts</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copy the prompt</source>
            <translation>Copiar el prompt</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Check me</source>
            <translation>Revisar</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Show the file in its folder</source>
            <translation>Mostrar el archivo en su carpeta</translation>
        </message>
        <message>
            <source>Touch up</source>
            <translation>Retocar</translation>
        </message>
        <message>
            <source>Correct outline and painted parts by hand (T)</source>
            <translation>Corregir a mano el contorno y las partes pintadas (T)</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Hacer de nuevo</translation>
        </message>
        <message>
            <source>To the bin</source>
            <translation>A la papelera</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Content credentials</source>
            <translation>Credenciales de contenido</translation>
        </message>
        <message>
            <source>Present, naming nobody</source>
            <translation>Presentes, sin nombrar a nadie</translation>
        </message>
        <message>
            <source>What the file says of itself. Its signature is not checked here.</source>
            <translation>Lo que el archivo dice de sí mismo. Su firma no se comprueba aquí.</translation>
        </message>
        <message>
            <source>walk through the images</source>
            <translation>recorrer las imágenes</translation>
        </message>
        <message>
            <source>hold for the original</source>
            <translation>mantener: el original</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>comparar</translation>
        </message>
        <message>
            <source>zoom, fit, 100 %</source>
            <translation>zoom, ajustar, 100 %</translation>
        </message>
    </context>
    <context>
        <name>LoupeWords</name>
        <message>
            <source>Not made</source>
            <translation>No hecha</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Made from</source>
            <translation>Hecha con</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Precio</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Creada</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Studio, on this computer</source>
            <translation>Estudio, en este equipo</translation>
        </message>
        <message>
            <source>{n} photo</source>
            <translation>{n} foto</translation>
        </message>
        <message>
            <source>{n} photos</source>
            <translation>{n} fotos</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>About {money}</source>
            <translation>Unos {money}</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Color original</translation>
        </message>
        <message>
            <source>Completed in {seconds} s</source>
            <translation>Completada en {seconds} s</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <translation>d MMM yyyy, HH:mm</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Try with sample photos</source>
            <translation>Probar con fotos de muestra</translation>
        </message>
    </context>
    <context>
        <name>MatrixModel</name>
        <message>
            <source>row {row} of {rows}</source>
            <translation>fila {row} de {rows}</translation>
        </message>
        <message>
            <source>Original color</source>
            <translation>Color original</translation>
        </message>
    </context>
    <context>
        <name>MatrixView</name>
        <message>
            <source>Images of the batch, angles by colors</source>
            <translation>Imágenes del lote, ángulos por colores</translation>
        </message>
    </context>
    <context>
        <name>Mirror</name>
        <message>
            <source>Mirror: connected</source>
            <translation>Espejo: conectado</translation>
        </message>
        <message>
            <source>Mirror: connecting</source>
            <translation>Espejo: conectando</translation>
        </message>
        <message>
            <source>Mirror: another run sends</source>
            <translation>Espejo: envía otra instancia</translation>
        </message>
        <message>
            <source>Mirror: not connected, next try in {seconds} s</source>
            <translation>Espejo: sin conexión, próximo intento en {seconds} s</translation>
        </message>
        <message>
            <source>Mirror: {n} event waits</source>
            <translation>Espejo: {n} evento en espera</translation>
        </message>
        <message>
            <source>Mirror: {n} events wait</source>
            <translation>Espejo: {n} eventos en espera</translation>
        </message>
        <message>
            <source>{waiting}, next try in {seconds} s</source>
            <translation>{waiting}, próximo intento en {seconds} s</translation>
        </message>
        <message>
            <source>Mirror: refused</source>
            <translation>Espejo: conexión rechazada</translation>
        </message>
        <message>
            <source>Mirror: refused — {reason}</source>
            <translation>Espejo: conexión rechazada — {reason}</translation>
        </message>
        <message>
            <source>{n} event waits to be sent.</source>
            <translation>{n} evento espera su envío.</translation>
        </message>
        <message>
            <source>{n} events wait to be sent.</source>
            <translation>{n} eventos esperan su envío.</translation>
        </message>
        <message>
            <source>The next try is in {seconds} s.</source>
            <translation>El próximo intento es en {seconds} s.</translation>
        </message>
    </context>
    <context>
        <name>MirrorField</name>
        <message>
            <source>Token of the mirror</source>
            <translation>Token del espejo</translation>
        </message>
        <message>
            <source>None. It is only needed where the mirror asks for one.</source>
            <translation>Ninguno. Solo hace falta si el espejo lo pide.</translation>
        </message>
    </context>
    <context>
        <name>MonthPill</name>
        <message>
            <source>{spent} this month</source>
            <translation>{spent} este mes</translation>
        </message>
        <message>
            <source>{spent} of {budget} this month</source>
            <translation>{spent} de {budget} este mes</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalles</translation>
        </message>
        <message>
            <source>Dismiss: {title}</source>
            <translation>Descartar: {title}</translation>
        </message>
        <message>
            <source>{n} times</source>
            <translation>{n} veces</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Advertencia</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
    </context>
    <context>
        <name>NoticeArea</name>
        <message>
            <source>Dismiss all</source>
            <translation>Descartar todo</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>and {n} more notice</source>
            <translation>y {n} aviso más</translation>
        </message>
        <message>
            <source>and {n} more notices</source>
            <translation>y {n} avisos más</translation>
        </message>
    </context>
    <context>
        <name>OfferList</name>
        <message>
            <source>Choices</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>elegido</translation>
        </message>
    </context>
    <context>
        <name>PeriodChip</name>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Cualquier fecha</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Últimos 7 días</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Últimos 30 días</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Este año</translation>
        </message>
    </context>
    <context>
        <name>PeriodPopup</name>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
    </context>
    <context>
        <name>PhotoMenu</name>
        <message>
            <source>Move left</source>
            <translation>Mover a la izquierda</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>Mover a la derecha</translation>
        </message>
        <message>
            <source>Remove photo</source>
            <translation>Quitar foto</translation>
        </message>
        <message>
            <source>Angle not said</source>
            <translation>Ángulo no indicado</translation>
        </message>
    </context>
    <context>
        <name>PhotoStrip</name>
        <message>
            <source>Browse for photos</source>
            <translation>Buscar fotos</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>{n} · drop, paste or browse</source>
            <translation>{n} · soltar, pegar o buscar</translation>
        </message>
        <message>
            <source>drop, paste or browse</source>
            <translation>soltar, pegar o buscar</translation>
        </message>
    </context>
    <context>
        <name>PhotoTile</name>
        <message>
            <source>{name}, {width} × {height} pixels</source>
            <translation>{name}, {width} × {height} píxeles</translation>
        </message>
        <message>
            <source>Shows: {angle}</source>
            <translation>Muestra: {angle}</translation>
        </message>
        <message>
            <source>Click to say which angle it shows; drag to reorder.</source>
            <translation>Clic para indicar qué ángulo muestra; arrastre para reordenar.</translation>
        </message>
        <message>
            <source>Delete removes it, Alt and an arrow moves it.</source>
            <translation>Supr la quita; Alt y una flecha la mueven.</translation>
        </message>
    </context>
    <context>
        <name>Pickers</name>
        <message>
            <source>{n} of {m} · all</source>
            <translation>{n} de {m} · todos</translation>
        </message>
        <message>
            <source>{n} of {m} · none</source>
            <translation>{n} de {m} · ninguno</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message>
            <source>What will be written</source>
            <translation>Lo que se guardará</translation>
        </message>
        <message>
            <source>Looking at the images…</source>
            <translation>Revisando las imágenes…</translation>
        </message>
        <message>
            <source>Something in the choices needs a look first.</source>
            <translation>Antes hay que revisar algo en las opciones.</translation>
        </message>
        <message>
            <source>in {place}</source>
            <translation>en {place}</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Conviene saber</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>{n} image is left out</source>
            <translation>{n} imagen se omite</translation>
        </message>
        <message>
            <source>{n} images are left out</source>
            <translation>{n} imágenes se omiten</translation>
        </message>
        <message>
            <source>and {n} more images</source>
            <translation>y {n} imágenes más</translation>
        </message>
    </context>
    <context>
        <name>PopupChip</name>
        <message>
            <source>Delete lets the choice go.</source>
            <translation>Supr quita la elección.</translation>
        </message>
    </context>
    <context>
        <name>PresetsLine</name>
        <message>
            <source>Read the sheets again</source>
            <translation>Leer las hojas de nuevo</translation>
        </message>
        <message>
            <source>Reading the sheets…</source>
            <translation>Leyendo las hojas…</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>Prices not understood</source>
            <translation>Precios no entendidos</translation>
        </message>
        <message>
            <source>The price table {file} cannot be used: {reason}.</source>
            <translation>No se puede usar la tabla de precios {file}: {reason}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to go back to the known prices.</source>
            <translation>Corríjala, o elimínela para volver a los precios conocidos.</translation>
        </message>
        <message>
            <source>angle failed</source>
            <translation>ángulo fallido</translation>
        </message>
        <message>
            <source>angle canceled</source>
            <translation>ángulo cancelado</translation>
        </message>
        <message>
            <source>Unexpected error</source>
            <translation>Error inesperado</translation>
        </message>
        <message>
            <source>Something went wrong inside the program; the details are in the log.</source>
            <translation>Algo salió mal dentro del programa; los detalles están en el registro.</translation>
        </message>
        <message>
            <source>Try this cell again.</source>
            <translation>Intente de nuevo con esta celda.</translation>
        </message>
        <message>
            <source>Broken image</source>
            <translation>Imagen dañada</translation>
        </message>
        <message>
            <source>The finished image could not be read.</source>
            <translation>No se pudo leer la imagen terminada.</translation>
        </message>
        <message>
            <source>Token not accepted</source>
            <translation>Token no aceptado</translation>
        </message>
        <message>
            <source>Replicate does not accept this token.</source>
            <translation>Replicate no acepta este token.</translation>
        </message>
        <message>
            <source>Check that it was copied whole, or create another at replicate.com/account/api-tokens.</source>
            <translation>Compruebe que se copió completo, o cree otro en replicate.com/account/api-tokens.</translation>
        </message>
        <message>
            <source>Token not tested</source>
            <translation>Token sin probar</translation>
        </message>
        <message>
            <source>Replicate cannot be reached, so the token could not be tested.</source>
            <translation>No se puede contactar con Replicate, así que no se pudo probar el token.</translation>
        </message>
        <message>
            <source>The first batch will tell whether it is good.</source>
            <translation>El primer lote dirá si sirve.</translation>
        </message>
        <message>
            <source>No Replicate token</source>
            <translation>Sin token de Replicate</translation>
        </message>
        <message>
            <source>Replicate makes the images only for those who have a token.</source>
            <translation>Replicate hace las imágenes solo para quienes tienen un token.</translation>
        </message>
        <message>
            <source>Enter your token in the settings, or set REPLICATE_API_TOKEN.</source>
            <translation>Ingrese su token en la configuración, o defina REPLICATE_API_TOKEN.</translation>
        </message>
        <message>
            <source>Enter a valid token in the settings, then start again.</source>
            <translation>Ingrese un token válido en la configuración y empiece de nuevo.</translation>
        </message>
        <message>
            <source>No credit left</source>
            <translation>Sin crédito</translation>
        </message>
        <message>
            <source>The Replicate account has not enough credit to make this image.</source>
            <translation>La cuenta de Replicate no tiene crédito suficiente para hacer esta imagen.</translation>
        </message>
        <message>
            <source>Add credit at replicate.com/account/billing, wait a few minutes, then try again.</source>
            <translation>Agregue crédito en replicate.com/account/billing, espere unos minutos e intente de nuevo.</translation>
        </message>
        <message>
            <source>Photo too large</source>
            <translation>Foto demasiado grande</translation>
        </message>
        <message>
            <source>Replicate takes files of at most 100 MB.</source>
            <translation>Replicate admite archivos de 100 MB como máximo.</translation>
        </message>
        <message>
            <source>Use a smaller copy of this photo.</source>
            <translation>Use una copia más pequeña de esta foto.</translation>
        </message>
        <message>
            <source>No image returned</source>
            <translation>No llegó ninguna imagen</translation>
        </message>
        <message>
            <source>The model ended its work and returned no image.</source>
            <translation>El modelo terminó su trabajo y no devolvió ninguna imagen.</translation>
        </message>
        <message>
            <source>Try this cell again; that is a new paid attempt.</source>
            <translation>Intente de nuevo con esta celda; será otro intento pagado.</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Rechazada</translation>
        </message>
        <message>
            <source>The model flagged this image as sensitive. It is not tried again by itself.</source>
            <translation>El modelo marcó esta imagen como sensible. No se vuelve a intentar por sí sola.</translation>
        </message>
        <message>
            <source>Use other photos or other instructions.</source>
            <translation>Use otras fotos u otras instrucciones.</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>No comenzó</translation>
        </message>
        <message>
            <source>Replicate gave up on this image before it began; it was not charged.</source>
            <translation>Replicate abandonó esta imagen antes de comenzarla; no se cobró.</translation>
        </message>
        <message>
            <source>Canceled at Replicate</source>
            <translation>Cancelada en Replicate</translation>
        </message>
        <message>
            <source>This image was canceled on Replicate's side.</source>
            <translation>Esta imagen se canceló del lado de Replicate.</translation>
        </message>
        <message>
            <source>Service busy</source>
            <translation>Servicio ocupado</translation>
        </message>
        <message>
            <source>The model was interrupted or is overloaded.</source>
            <translation>El modelo se interrumpió o está sobrecargado.</translation>
        </message>
        <message>
            <source>Try this cell again in a few minutes; that is a new paid attempt.</source>
            <translation>Intente de nuevo con esta celda en unos minutos; será otro intento pagado.</translation>
        </message>
        <message>
            <source>Photo expired</source>
            <translation>Foto vencida</translation>
        </message>
        <message>
            <source>Replicate no longer has the uploaded photo this image is made from.</source>
            <translation>Replicate ya no tiene la foto subida de la que sale esta imagen.</translation>
        </message>
        <message>
            <source>Try this cell again; the photo is uploaded anew.</source>
            <translation>Intente de nuevo con esta celda; la foto se sube otra vez.</translation>
        </message>
        <message>
            <source>Result expired</source>
            <translation>Resultado vencido</translation>
        </message>
        <message>
            <source>Replicate has deleted the finished image before it could be downloaded.</source>
            <translation>Replicate eliminó la imagen terminada antes de que pudiera descargarse.</translation>
        </message>
        <message>
            <source>Outcome unknown</source>
            <translation>Resultado desconocido</translation>
        </message>
        <message>
            <source>The connection broke while the image was asked for, and Replicate's list cannot tell whether it was accepted.</source>
            <translation>La conexión se cortó al pedir la imagen, y la lista de Replicate no permite saber si fue aceptada.</translation>
        </message>
        <message>
            <source>Look again, or have it made anew; if it was accepted, that pays for it twice.</source>
            <translation>Busque otra vez, o hágala de nuevo; si fue aceptada, se paga dos veces.</translation>
        </message>
        <message>
            <source>No answer in time</source>
            <translation>Sin respuesta a tiempo</translation>
        </message>
        <message>
            <source>Replicate has not finished this image within half an hour.</source>
            <translation>Replicate no terminó esta imagen en media hora.</translation>
        </message>
        <message>
            <source>Try this cell again: the same image is looked for first, before a new one is paid.</source>
            <translation>Intente de nuevo con esta celda: primero se busca la misma imagen, antes de pagar otra.</translation>
        </message>
        <message>
            <source>Never arrived</source>
            <translation>Nunca llegó</translation>
        </message>
        <message>
            <source>The request for this image did not reach Replicate; nothing was charged.</source>
            <translation>El pedido de esta imagen no llegó a Replicate; no se cobró nada.</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Canceled after Replicate had begun it: about ${cost} is charged.</source>
            <translation>Cancelada después de que Replicate la comenzó: se cobran unos ${cost}.</translation>
        </message>
        <message>
            <source>Replicate could not be told, so about ${cost} may be charged.</source>
            <translation>No se pudo avisar a Replicate, así que quizá se cobren unos ${cost}.</translation>
        </message>
        <message>
            <source>If the image is made all the same, the next start of the program fetches it.</source>
            <translation>Si la imagen se hace de todos modos, el próximo inicio del programa la trae.</translation>
        </message>
        <message>
            <source>Connection not trusted</source>
            <translation>Conexión no confiable</translation>
        </message>
        <message>
            <source>The certificate of Replicate's address is not trusted by this computer.</source>
            <translation>Este equipo no confía en el certificado de la dirección de Replicate.</translation>
        </message>
        <message>
            <source>Check this computer's date, or ask who runs your network for its certificate.</source>
            <translation>Revise la fecha del equipo, o pida el certificado a quien administra su red.</translation>
        </message>
        <message>
            <source>Model failed</source>
            <translation>El modelo falló</translation>
        </message>
        <message>
            <source>The model says: {error}</source>
            <translation>El modelo dice: {error}</translation>
        </message>
        <message>
            <source>Replicate refused the request ({status}): {detail}</source>
            <translation>Replicate rechazó el pedido ({status}): {detail}</translation>
        </message>
        <message>
            <source>Check the model in the settings and the instructions, then try again.</source>
            <translation>Revise el modelo en la configuración y las instrucciones, e intente de nuevo.</translation>
        </message>
        <message>
            <source>Model not available</source>
            <translation>Modelo no disponible</translation>
        </message>
        <message>
            <source>Replicate has no model {model}; it may have been withdrawn.</source>
            <translation>Replicate no tiene el modelo {model}; quizá fue retirado.</translation>
        </message>
        <message>
            <source>Choose another under Settings, Model: google/nano-banana-2 or google/nano-banana-pro take the same photos and prompts.</source>
            <translation>Elija otro en Configuración, Modelo: google/nano-banana-2 o google/nano-banana-pro usan las mismas fotos y prompts.</translation>
        </message>
        <message>
            <source>Download failed</source>
            <translation>Descarga fallida</translation>
        </message>
        <message>
            <source>The image is made, but it could not be downloaded.</source>
            <translation>La imagen está hecha, pero no se pudo descargar.</translation>
        </message>
        <message>
            <source>Check the network; Replicate keeps the image for an hour.</source>
            <translation>Revise la red; Replicate conserva la imagen una hora.</translation>
        </message>
        <message>
            <source>Studio not ready</source>
            <translation>Estudio no disponible</translation>
        </message>
        <message>
            <source>The file with the studio engine's model is missing or damaged.</source>
            <translation>Falta el archivo con el modelo del motor Estudio, o está dañado.</translation>
        </message>
        <message>
            <source>Install the program again, or choose the other engine.</source>
            <translation>Instale el programa de nuevo, o elija el otro motor.</translation>
        </message>
        <message>
            <source>No car found</source>
            <translation>No se encontró un auto</translation>
        </message>
        <message>
            <source>No car could be told from the background in {photo}.</source>
            <translation>No se pudo distinguir ningún auto del fondo en {photo}.</translation>
        </message>
        <message>
            <source>Use a photo that shows the whole car, clear of other cars.</source>
            <translation>Use una foto que muestre el auto completo, separado de otros.</translation>
        </message>
        <message>
            <source>Photo too small</source>
            <translation>Foto demasiado pequeña</translation>
        </message>
        <message>
            <source>{photo} is only {width} × {height} pixels.</source>
            <translation>{photo} tiene solo {width} × {height} píxeles.</translation>
        </message>
        <message>
            <source>Use a larger version of the photo.</source>
            <translation>Use una versión más grande de la foto.</translation>
        </message>
        <message>
            <source>{photo} has {megapixels} million pixels, more than this engine can open.</source>
            <translation>{photo} tiene {megapixels} millones de píxeles, más de los que este motor puede abrir.</translation>
        </message>
        <message>
            <source>Use a smaller version of the photo.</source>
            <translation>Use una versión más pequeña de la foto.</translation>
        </message>
        <message>
            <source>Unknown color</source>
            <translation>Color desconocido</translation>
        </message>
        <message>
            <source>“{value}” names no color the studio engine knows.</source>
            <translation>“{value}” no es un color que el motor Estudio conozca.</translation>
        </message>
        <message>
            <source>Add a hex code to the color preset, like #C00000.</source>
            <translation>Agregue un código hex al preajuste de color, como #C00000.</translation>
        </message>
        <message>
            <source>Studio stopped</source>
            <translation>El estudio se detuvo</translation>
        </message>
        <message>
            <source>The work on this picture ended unexpectedly, perhaps for lack of memory.</source>
            <translation>El trabajo en esta imagen terminó de forma inesperada, quizá por falta de memoria.</translation>
        </message>
        <message>
            <source>Close other programs and try this cell again.</source>
            <translation>Cierre otros programas e intente de nuevo con esta celda.</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>No se guardó</translation>
        </message>
        <message>
            <source>The picture could not be written to the disk.</source>
            <translation>No se pudo escribir la imagen en el disco.</translation>
        </message>
        <message>
            <source>Make room on the disk, then try this cell again.</source>
            <translation>Libere espacio en el disco e intente de nuevo con esta celda.</translation>
        </message>
        <message>
            <source>No photo</source>
            <translation>Sin foto</translation>
        </message>
        <message>
            <source>The studio engine needs at least one photo of the car.</source>
            <translation>El motor Estudio necesita al menos una foto del auto.</translation>
        </message>
        <message>
            <source>Add a photo and start again.</source>
            <translation>Agregue una foto y empiece de nuevo.</translation>
        </message>
        <message>
            <source>Nothing to touch up</source>
            <translation>Nada que retocar</translation>
        </message>
        <message>
            <source>The photo and the outline behind this picture are no longer kept.</source>
            <translation>La foto y el contorno de esta imagen ya no se conservan.</translation>
        </message>
        <message>
            <source>Make the picture again, then touch it up.</source>
            <translation>Haga la imagen de nuevo y luego retóquela.</translation>
        </message>
        <message>
            <source>Too many bytes</source>
            <translation>Demasiados bytes</translation>
        </message>
        <message>
            <source>No quality and size that {profile} takes stays within {limit} MB.</source>
            <translation>Ninguna calidad ni tamaño que {profile} admita cabe en {limit} MB.</translation>
        </message>
        <message>
            <source>Raise most_megabytes or lower least_quality in the export profile.</source>
            <translation>Suba most_megabytes o baje least_quality en el perfil de exportación.</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Demasiado pequeña</translation>
        </message>
        <message>
            <source>The long side has {have} pixels, and {profile} takes no fewer than {least}.</source>
            <translation>El lado largo tiene {have} píxeles, y {profile} no admite menos de {least}.</translation>
        </message>
        <message>
            <source>Allow it to be enlarged, or use another profile.</source>
            <translation>Permita ampliarla, o use otro perfil.</translation>
        </message>
        <message>
            <source>Rather small</source>
            <translation>Algo pequeña</translation>
        </message>
        <message>
            <source>The long side has {have} pixels, and {profile} advises {least}.</source>
            <translation>El lado largo tiene {have} píxeles, y {profile} recomienda {least}.</translation>
        </message>
        <message>
            <source>Enlarged</source>
            <translation>Ampliada</translation>
        </message>
        <message>
            <source>The image is made {factor} times as large; it gains no detail.</source>
            <translation>La imagen se amplía {factor} veces; no gana detalle.</translation>
        </message>
        <message>
            <source>Another shape</source>
            <translation>Otra proporción</translation>
        </message>
        <message>
            <source>A crop to {wanted}:1 would cut the car, so the image has {got}:1.</source>
            <translation>Un recorte a {wanted}:1 cortaría el auto, así que la imagen tiene {got}:1.</translation>
        </message>
        <message>
            <source>Bars added</source>
            <translation>Franjas agregadas</translation>
        </message>
        <message>
            <source>A crop would cut the car, so bars were added.</source>
            <translation>Un recorte cortaría el auto, así que se agregaron franjas.</translation>
        </message>
        <message>
            <source>Backdrop continued</source>
            <translation>Fondo prolongado</translation>
        </message>
        <message>
            <source>The plain backdrop was continued, so that the car keeps its room.</source>
            <translation>El fondo liso se prolongó, para que el auto conserve su espacio.</translation>
        </message>
        <message>
            <source>Little room</source>
            <translation>Poco espacio</translation>
        </message>
        <message>
            <source>The car takes {share} % of the width; 80 % or less is better.</source>
            <translation>El auto ocupa el {share} % del ancho; es mejor 80 % o menos.</translation>
        </message>
        <message>
            <source>Not cut out</source>
            <translation>Sin recortar</translation>
        </message>
        <message>
            <source>The car's outline is not known, so the image stays as it is.</source>
            <translation>No se conoce el contorno del auto, así que la imagen queda como está.</translation>
        </message>
        <message>
            <source>Look at it twice</source>
            <translation>Mírela dos veces</translation>
        </message>
        <message>
            <source>The program's own check has doubts: {doubt}</source>
            <translation>La comprobación del propio programa tiene dudas: {doubt}</translation>
        </message>
        <message>
            <source>Made smaller</source>
            <translation>Reducida</translation>
        </message>
        <message>
            <source>To stay within the byte limit, the image has {width} × {height} pixels.</source>
            <translation>Para no superar el límite de bytes, la imagen tiene {width} × {height} píxeles.</translation>
        </message>
        <message>
            <source>Image not readable</source>
            <translation>Imagen ilegible</translation>
        </message>
        <message>
            <source>The image's file is gone or damaged.</source>
            <translation>El archivo de la imagen ya no está o está dañado.</translation>
        </message>
        <message>
            <source>Make the image again, or check the gallery.</source>
            <translation>Haga la imagen de nuevo, o revise la galería.</translation>
        </message>
        <message>
            <source>Names not understood</source>
            <translation>Nombres no entendidos</translation>
        </message>
        <message>
            <source>No file can be named “{template}”: {reason}.</source>
            <translation>Ningún archivo se puede llamar “{template}”: {reason}.</translation>
        </message>
        <message>
            <source>Use {{car}}, {{stock}}, {{angle}}, {{color}}, {{n:02}} and {{date}}.</source>
            <translation>Use {{car}}, {{stock}}, {{angle}}, {{color}}, {{n:02}} y {{date}}.</translation>
        </message>
        <message>
            <source>Nothing to export</source>
            <translation>Nada que exportar</translation>
        </message>
        <message>
            <source>There is no such image in the gallery.</source>
            <translation>No hay ninguna imagen así en la galería.</translation>
        </message>
        <message>
            <source>Choose another batch or car, or approve some images first.</source>
            <translation>Elija otro lote o auto, o apruebe antes algunas imágenes.</translation>
        </message>
        <message>
            <source>File damaged</source>
            <translation>Archivo dañado</translation>
        </message>
        <message>
            <source>The image's file is damaged and was set aside.</source>
            <translation>El archivo de la imagen está dañado y se apartó.</translation>
        </message>
        <message>
            <source>Make the image again.</source>
            <translation>Haga la imagen de nuevo.</translation>
        </message>
        <message>
            <source>Origin unknown</source>
            <translation>Origen desconocido</translation>
        </message>
        <message>
            <source>The picture was found in the gallery's folder; this program did not make it.</source>
            <translation>La imagen se encontró en la carpeta de la galería; este programa no la hizo.</translation>
        </message>
        <message>
            <source>Select it by hand in the gallery to export it all the same.</source>
            <translation>Selecciónela a mano en la galería para exportarla de todos modos.</translation>
        </message>
        <message>
            <source>No such export profile</source>
            <translation>No existe ese perfil de exportación</translation>
        </message>
        <message>
            <source>There is no export profile “{profile}”.</source>
            <translation>No hay ningún perfil de exportación “{profile}”.</translation>
        </message>
        <message>
            <source>Choose one of {known}.</source>
            <translation>Elija uno de estos: {known}.</translation>
        </message>
        <message>
            <source>No such language</source>
            <translation>No existe ese idioma</translation>
        </message>
        <message>
            <source>There is no disclosure text in “{language}”.</source>
            <translation>No hay texto de aviso en “{language}”.</translation>
        </message>
        <message>
            <source>Rejected images</source>
            <translation>Imágenes rechazadas</translation>
        </message>
        <message>
            <source>Rejected images that are left out: {count}.</source>
            <translation>Imágenes rechazadas que se omiten: {count}.</translation>
        </message>
        <message>
            <source>Too many images</source>
            <translation>Demasiadas imágenes</translation>
        </message>
        <message>
            <source>{profile} takes at most {most} images of one car.</source>
            <translation>{profile} admite como máximo {most} imágenes de un auto.</translation>
        </message>
        <message>
            <source>Choose fewer, or approve the best and export those alone.</source>
            <translation>Elija menos, o apruebe las mejores y exporte solo esas.</translation>
        </message>
        <message>
            <source>No main image</source>
            <translation>Sin imagen principal</translation>
        </message>
        <message>
            <source>Every image shows the car in another color, and {profile} takes none of these as the main image.</source>
            <translation>Todas las imágenes muestran el auto en otro color, y {profile} no admite ninguna de ellas como principal.</translation>
        </message>
        <message>
            <source>Add an angle in the car's own color, or insist.</source>
            <translation>Agregue un ángulo en el color propio del auto, o insista.</translation>
        </message>
        <message>
            <source>Another main image</source>
            <translation>Otra imagen principal</translation>
        </message>
        <message>
            <source>{profile} takes no recolored image as the main one, so another comes first.</source>
            <translation>{profile} no admite una imagen recoloreada como principal, así que otra va primero.</translation>
        </message>
        <message>
            <source>Insist if you want it all the same.</source>
            <translation>Insista si la quiere de todos modos.</translation>
        </message>
        <message>
            <source>Not the actual car</source>
            <translation>No es el auto real</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images whose camera angle was made by AI: {views}.</source>
            <translation>{profile} quiere fotos del mismo auto que se vende. Imágenes cuyo ángulo de cámara creó la IA: {views}.</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images in another color than the car's own: {colors}.</source>
            <translation>{profile} quiere fotos del mismo auto que se vende. Imágenes en un color distinto del original: {colors}.</translation>
        </message>
        <message>
            <source>{profile} wants photos of the very car that is sold. Images whose camera angle was made by AI: {views}. Images in another color than the car's own: {colors}.</source>
            <translation>{profile} quiere fotos del mismo auto que se vende. Imágenes cuyo ángulo de cámara creó la IA: {views}. Imágenes en un color distinto del original: {colors}.</translation>
        </message>
        <message>
            <source>Say so in the listing, and show photos of the car too.</source>
            <translation>Indíquelo en el anuncio, y muestre también fotos del auto.</translation>
        </message>
        <message>
            <source>Nobody knows how these images were made; they are marked as made by AI: {count}.</source>
            <translation>No se sabe cómo se hicieron estas imágenes; se marcan como hechas por IA: {count}.</translation>
        </message>
        <message>
            <source>No text on the images</source>
            <translation>Sin texto en las imágenes</translation>
        </message>
        <message>
            <source>{profile} forbids text on images; the disclosure is in a file beside them.</source>
            <translation>{profile} prohíbe texto en las imágenes; el aviso está en un archivo aparte.</translation>
        </message>
        <message>
            <source>Inside the gallery</source>
            <translation>Dentro de la galería</translation>
        </message>
        <message>
            <source>{target} is inside the gallery, where only the received images are.</source>
            <translation>{target} está dentro de la galería, donde solo están las imágenes recibidas.</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>Elija otro lugar.</translation>
        </message>
        <message>
            <source>Names taken</source>
            <translation>Nombres ocupados</translation>
        </message>
        <message>
            <source>Some of these names are taken there, so everything goes to {place}.</source>
            <translation>Algunos de estos nombres ya están ocupados allí, así que todo va a {place}.</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>No admitido</translation>
        </message>
        <message>
            <source>{profile} does not take the file. {faults}</source>
            <translation>{profile} no acepta el archivo. {faults}</translation>
        </message>
        <message>
            <source>Change the export profile, or choose another.</source>
            <translation>Cambie el perfil de exportación, o elija otro.</translation>
        </message>
        <message>
            <source>Files of these names have come to {place} meanwhile.</source>
            <translation>Mientras tanto llegaron archivos con estos nombres a {place}.</translation>
        </message>
        <message>
            <source>Export again.</source>
            <translation>Exporte de nuevo.</translation>
        </message>
        <message>
            <source>Disk full</source>
            <translation>Disco lleno</translation>
        </message>
        <message>
            <source>Export not written</source>
            <translation>Exportación no guardada</translation>
        </message>
        <message>
            <source>Nothing was exported to {place}: {error}.</source>
            <translation>No se exportó nada a {place}: {error}.</translation>
        </message>
        <message>
            <source>Make room, or choose another place.</source>
            <translation>Libere espacio, o elija otro lugar.</translation>
        </message>
        <message>
            <source>Choose another place, or make this one writable.</source>
            <translation>Elija otro lugar, o permita escribir en este.</translation>
        </message>
        <message>
            <source>Export profiles not understood</source>
            <translation>Perfiles de exportación no entendidos</translation>
        </message>
        <message>
            <source>The file {file} cannot be used: {reason}.</source>
            <translation>No se puede usar el archivo {file}: {reason}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to go back to the shipped profiles.</source>
            <translation>Corríjalo, o elimínelo para volver a los perfiles originales.</translation>
        </message>
        <message>
            <source>The profile “{profile}” in {file} cannot be used: {reason}.</source>
            <translation>No se puede usar el perfil “{profile}” de {file}: {reason}.</translation>
        </message>
        <message>
            <source>Gallery not writable</source>
            <translation>Galería sin permiso de escritura</translation>
        </message>
        <message>
            <source>No file can be written to {folder}: {error}.</source>
            <translation>No se puede escribir ningún archivo en {folder}: {error}.</translation>
        </message>
        <message>
            <source>Choose another gallery folder in the settings, or make this one writable.</source>
            <translation>Elija otra carpeta de galería en la configuración, o permita escribir en esta.</translation>
        </message>
        <message>
            <source>No gallery</source>
            <translation>Sin galería</translation>
        </message>
        <message>
            <source>{folder} is not a folder.</source>
            <translation>{folder} no es una carpeta.</translation>
        </message>
        <message>
            <source>Choose another gallery folder in the settings.</source>
            <translation>Elija otra carpeta de galería en la configuración.</translation>
        </message>
        <message>
            <source>Ledger not written</source>
            <translation>Gastos no guardados</translation>
        </message>
        <message>
            <source>The file {file} cannot be written: {error}.</source>
            <translation>No se puede escribir el archivo {file}: {error}.</translation>
        </message>
        <message>
            <source>Choose another place for it.</source>
            <translation>Elija otro lugar para él.</translation>
        </message>
        <message>
            <source>Bin not emptied</source>
            <translation>La papelera no se vació</translation>
        </message>
        <message>
            <source>The system's recycle bin did not take {file}: {error}.</source>
            <translation>La papelera del sistema no aceptó {file}: {error}.</translation>
        </message>
        <message>
            <source>Check the permissions of the gallery folder, then empty the bin again.</source>
            <translation>Revise los permisos de la carpeta de la galería y vacíe la papelera de nuevo.</translation>
        </message>
        <message>
            <source>Profile not usable</source>
            <translation>Perfil inutilizable</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be used: {error}.</source>
            <translation>No se puede usar la carpeta {folder}: {error}.</translation>
        </message>
        <message>
            <source>Choose another folder with --profile, or make this one writable.</source>
            <translation>Elija otra carpeta con --profile, o permita escribir en esta.</translation>
        </message>
        <message>
            <source>Mirror address not understood</source>
            <translation>Dirección del espejo no entendida</translation>
        </message>
        <message>
            <source>The mirror's address in the settings is no WebSocket address.</source>
            <translation>La dirección del espejo en los ajustes no es una dirección WebSocket.</translation>
        </message>
        <message>
            <source>Enter one that begins with wss:// or ws://, or nothing for no mirror.</source>
            <translation>Ingrese una que empiece con wss:// o ws://, o nada para no tener espejo.</translation>
        </message>
        <message>
            <source>Mirror token not understood</source>
            <translation>Token del espejo no entendido</translation>
        </message>
        <message>
            <source>The token for {address} is no token: it has characters that cannot be sent.</source>
            <translation>El token para {address} no es un token: tiene caracteres que no se pueden enviar.</translation>
        </message>
        <message>
            <source>Enter the mirror's token again.</source>
            <translation>Ingrese de nuevo el token del espejo.</translation>
        </message>
        <message>
            <source>Mirror interrupted</source>
            <translation>Espejo interrumpido</translation>
        </message>
        <message>
            <source>The events are kept and sent at the next try.</source>
            <translation>Los eventos se conservan y se envían en el próximo intento.</translation>
        </message>
        <message>
            <source>Mirror not encrypted</source>
            <translation>Espejo sin cifrar</translation>
        </message>
        <message>
            <source>The mirror's token is not sent to {address}, where others could read it.</source>
            <translation>El token del espejo no se envía a {address}, donde otros podrían leerlo.</translation>
        </message>
        <message>
            <source>Use a wss:// address, or remove the mirror's token.</source>
            <translation>Use una dirección wss://, o quite el token del espejo.</translation>
        </message>
        <message>
            <source>Mirror not reached</source>
            <translation>Espejo no disponible</translation>
        </message>
        <message>
            <source>{address} is not connected: {reason}.</source>
            <translation>{address} no está conectado: {reason}.</translation>
        </message>
        <message>
            <source>The events are kept and sent when it answers again.</source>
            <translation>Los eventos se conservan y se envían cuando vuelva a responder.</translation>
        </message>
        <message>
            <source>Mirror refused</source>
            <translation>El espejo rechazó la conexión</translation>
        </message>
        <message>
            <source>{address} does not take the connection: {reason}.</source>
            <translation>{address} no acepta la conexión: {reason}.</translation>
        </message>
        <message>
            <source>Check the mirror's address and token. The events are kept.</source>
            <translation>Revise la dirección y el token del espejo. Los eventos se conservan.</translation>
        </message>
        <message>
            <source>Mirror not trusted</source>
            <translation>Espejo no confiable</translation>
        </message>
        <message>
            <source>The certificate of {address} is not trusted: {reason}.</source>
            <translation>El certificado de {address} no es de confianza: {reason}.</translation>
        </message>
        <message>
            <source>Install its authority on this computer, or correct the address.</source>
            <translation>Instale su autoridad en este equipo, o corrija la dirección.</translation>
        </message>
        <message>
            <source>No room for a copy</source>
            <translation>Sin espacio para una copia</translation>
        </message>
        <message>
            <source>The photo's copy to be sent cannot be written to {folder}: {error}.</source>
            <translation>No se puede escribir en {folder} la copia de la foto que se envía: {error}.</translation>
        </message>
        <message>
            <source>Free some space there, then retry.</source>
            <translation>Libere espacio allí y reintente.</translation>
        </message>
        <message>
            <source>{name} not used</source>
            <translation>{name} no se usó</translation>
        </message>
        <message>
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <source>Choose a JPEG, PNG, WebP, HEIC, AVIF or TIFF file.</source>
            <translation>Elija un archivo JPEG, PNG, WebP, HEIC, AVIF o TIFF.</translation>
        </message>
        <message>
            <source>No photos</source>
            <translation>Sin fotos</translation>
        </message>
        <message>
            <source>There is no photo to work from.</source>
            <translation>No hay ninguna foto con la que trabajar.</translation>
        </message>
        <message>
            <source>Add at least one photo of the car.</source>
            <translation>Agregue al menos una foto del auto.</translation>
        </message>
        <message>
            <source>No angles</source>
            <translation>Sin ángulos</translation>
        </message>
        <message>
            <source>No camera angle is chosen.</source>
            <translation>No se eligió ningún ángulo de cámara.</translation>
        </message>
        <message>
            <source>Choose at least one angle.</source>
            <translation>Elija al menos un ángulo.</translation>
        </message>
        <message>
            <source>Unknown key</source>
            <translation>Clave desconocida</translation>
        </message>
        <message>
            <source>The {sheet} have no key {key}.</source>
            <translation>Los {sheet} no tienen la clave {key}.</translation>
        </message>
        <message>
            <source>Known are: {known}.</source>
            <translation>Se conocen: {known}.</translation>
        </message>
        <message>
            <source>Missing global prompts from CSV</source>
            <translation>Faltan los prompts globales del CSV</translation>
        </message>
        <message>
            <source>The global prompts sheet has no usable row {rows}.</source>
            <translation>La hoja de prompts globales no tiene una fila {rows} que sirva.</translation>
        </message>
        <message>
            <source>Add the row to the sheet with its prompt_template, then reload the presets.</source>
            <translation>Agregue la fila a la hoja con su prompt_template y vuelva a leer los preajustes.</translation>
        </message>
        <message>
            <source>Budget not understood</source>
            <translation>Presupuesto no entendido</translation>
        </message>
        <message>
            <source>The budget in the settings, “{text}”, is no amount of money.</source>
            <translation>El presupuesto de la configuración, “{text}”, no es una cantidad de dinero.</translation>
        </message>
        <message>
            <source>Enter a number of US dollars, or nothing for no limit.</source>
            <translation>Ingrese un número de dólares, o nada para no tener límite.</translation>
        </message>
        <message>
            <source>Settings not readable</source>
            <translation>Configuración ilegible</translation>
        </message>
        <message>
            <source>The file {path} cannot be understood: {error}.</source>
            <translation>No se entiende el archivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Mend it, or delete it to start from the defaults.</source>
            <translation>Corríjalo, o elimínelo para empezar con los valores iniciales.</translation>
        </message>
        <message>
            <source>Settings not saved</source>
            <translation>Configuración no guardada</translation>
        </message>
        <message>
            <source>The file {path} cannot be written: {error}.</source>
            <translation>No se puede escribir el archivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Check the folder's permissions and the free space, then save again.</source>
            <translation>Revise los permisos de la carpeta y el espacio libre, y guarde de nuevo.</translation>
        </message>
        <message>
            <source>Database not usable</source>
            <translation>Base de datos inutilizable</translation>
        </message>
        <message>
            <source>The file {path} cannot be used: {error}.</source>
            <translation>No se puede usar el archivo {path}: {error}.</translation>
        </message>
        <message>
            <source>Check the free space and the folder's permissions, then start again.</source>
            <translation>Revise el espacio libre y los permisos de la carpeta, y empiece de nuevo.</translation>
        </message>
        <message>
            <source>Database too new</source>
            <translation>Base de datos demasiado nueva</translation>
        </message>
        <message>
            <source>The file {path} was written by a newer version of the program.</source>
            <translation>Una versión más nueva del programa escribió el archivo {path}.</translation>
        </message>
        <message>
            <source>Install that version again, or start with another --profile folder.</source>
            <translation>Instale esa versión de nuevo, o inicie con otra carpeta con --profile.</translation>
        </message>
        <message>
            <source>Batch at work</source>
            <translation>Lote en curso</translation>
        </message>
        <message>
            <source>Another run of the program is working on this batch.</source>
            <translation>Otra ejecución del programa trabaja en este lote.</translation>
        </message>
        <message>
            <source>Wait until it has ended.</source>
            <translation>Espere hasta que termine.</translation>
        </message>
        <message>
            <source>No such batch</source>
            <translation>No existe ese lote</translation>
        </message>
        <message>
            <source>There is no batch {batch} in this profile.</source>
            <translation>No hay ningún lote {batch} en este perfil.</translation>
        </message>
        <message>
            <source>Price unknown</source>
            <translation>Precio desconocido</translation>
        </message>
        <message>
            <source>There is a budget, but nobody has said what an image of this model costs.</source>
            <translation>Hay un presupuesto, pero no se sabe cuánto cuesta una imagen de este modelo.</translation>
        </message>
        <message>
            <source>Enter the model's price in the price table, or set the budget to nothing.</source>
            <translation>Ingrese el precio del modelo en la tabla de precios, o deje el presupuesto vacío.</translation>
        </message>
        <message>
            <source>Over the budget</source>
            <translation>Supera el presupuesto</translation>
        </message>
        <message>
            <source>This would cost about ${wanted}; of this month's ${budget} only ${left} is left.</source>
            <translation>Esto costaría unos ${wanted}; de los ${budget} de este mes solo quedan ${left}.</translation>
        </message>
        <message>
            <source>Choose fewer images, or raise the budget in the settings.</source>
            <translation>Elija menos imágenes, o aumente el presupuesto en la configuración.</translation>
        </message>
        <message>
            <source>No place</source>
            <translation>Sin destino</translation>
        </message>
        <message>
            <source>An export needs a folder or a ZIP file.</source>
            <translation>Una exportación necesita una carpeta o un archivo ZIP.</translation>
        </message>
        <message>
            <source>Name one, or choose it.</source>
            <translation>Escriba una ruta, o elija una.</translation>
        </message>
        <message>
            <source>Already open</source>
            <translation>Ya está abierto</translation>
        </message>
        <message>
            <source>The window that is open on the profile {folder} does not answer.</source>
            <translation>La ventana abierta con el perfil {folder} no responde.</translation>
        </message>
        <message>
            <source>Wait a moment and start again, or end that program first.</source>
            <translation>Espere un momento e inicie de nuevo, o cierre antes ese programa.</translation>
        </message>
        <message>
            <source>Not an address</source>
            <translation>No es una dirección</translation>
        </message>
        <message>
            <source>This is no address of a sheet.</source>
            <translation>Esta no es la dirección de una hoja.</translation>
        </message>
        <message>
            <source>It begins with https://, http:// or file://.</source>
            <translation>Empieza con https://, http:// o file://.</translation>
        </message>
        <message>
            <source>Not a model</source>
            <translation>No es un modelo</translation>
        </message>
        <message>
            <source>This is no name of a model.</source>
            <translation>Este no es el nombre de un modelo.</translation>
        </message>
        <message>
            <source>Write it as owner/name, as in google/nano-banana.</source>
            <translation>Escríbalo como propietario/nombre, por ejemplo google/nano-banana.</translation>
        </message>
        <message>
            <source>No folder</source>
            <translation>Sin carpeta</translation>
        </message>
        <message>
            <source>Finished images need a folder.</source>
            <translation>Las imágenes terminadas necesitan una carpeta.</translation>
        </message>
        <message>
            <source>Name one, or choose it with Browse.</source>
            <translation>Indique una, o elíjala con Buscar.</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Mayús</translation>
        </message>
        <message>
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Intro</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Intro</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espacio</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Supr</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>←</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>→</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>↓</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>{name} refused: {reason}</source>
            <translation>{name} rechazada: {reason}</translation>
        </message>
        <message>
            <source>Dismiss {name}</source>
            <translation>Descartar {name}</translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>Dismiss all</source>
            <translation>Descartar todo</translation>
        </message>
        <message>
            <source>and {n} more file</source>
            <translation>y {n} archivo más</translation>
        </message>
        <message>
            <source>and {n} more files</source>
            <translation>y {n} archivos más</translation>
        </message>
    </context>
    <context>
        <name>Remark</name>
        <message>
            <source>Uploading photos</source>
            <translation>Subiendo fotos</translation>
        </message>
        <message>
            <source>Rate limited</source>
            <translation>Límite de uso</translation>
        </message>
        <message>
            <source>Offline: waiting for the connection</source>
            <translation>Sin conexión: a la espera de la red</translation>
        </message>
        <message>
            <source>Replicate answers with errors; trying again</source>
            <translation>Replicate responde con errores; se intenta de nuevo</translation>
        </message>
        <message>
            <source>The answer was lost; looking for it at Replicate</source>
            <translation>Se perdió la respuesta; se busca en Replicate</translation>
        </message>
        <message>
            <source>Looking for it at Replicate</source>
            <translation>Se busca en Replicate</translation>
        </message>
        <message>
            <source>Made; trying to download it while Replicate keeps it</source>
            <translation>Hecha; se intenta descargar mientras Replicate la conserva</translation>
        </message>
        <message>
            <source>Canceling</source>
            <translation>Cancelando</translation>
        </message>
        <message>
            <source>Interrupted; waits for you to go on</source>
            <translation>Interrumpida; espera que usted siga</translation>
        </message>
        <message>
            <source>Waiting until {folder} can be written to: {error}</source>
            <translation>A la espera de poder escribir en {folder}: {error}</translation>
        </message>
        <message>
            <source>Waiting until {path} can be written to: {error}</source>
            <translation>A la espera de poder escribir en {path}: {error}</translation>
        </message>
        <message>
            <source>Local preview, made on this computer from photo {n} ({name}). The camera angle is unchanged.</source>
            <translation>Vista previa local, hecha en este equipo con la foto {n} ({name}). El ángulo de la cámara no cambia.</translation>
        </message>
        <message>
            <source>Local preview, made on this computer from photo {n} ({name}). The camera angle is unchanged; the color is an approximation.</source>
            <translation>Vista previa local, hecha en este equipo con la foto {n} ({name}). El ángulo de la cámara no cambia; el color es aproximado.</translation>
        </message>
        <message>
            <source>Found in the gallery</source>
            <translation>Encontrada en la galería</translation>
        </message>
        <message>
            <source>Found in the gallery; marked there as made by AI</source>
            <translation>Encontrada en la galería; marcada allí como hecha por IA</translation>
        </message>
        <message>
            <source>The image's file is damaged and was set aside.</source>
            <translation>El archivo de la imagen está dañado y se apartó.</translation>
        </message>
        <message>
            <source>There is no photo of this side, so photo {n} stands in. Add one, tag it and generate a new batch.</source>
            <translation>No hay foto de este lado; la foto {n} la reemplaza. Agregue una, etiquétela y genere un lote nuevo.</translation>
        </message>
        <message>
            <source>Photo {n} has no tag: please check that it shows this side, or tag it with its angle.</source>
            <translation>La foto {n} no tiene etiqueta: revise que muestre este lado, o etiquétela con su ángulo.</translation>
        </message>
        <message>
            <source>The photo's border cuts the car off.</source>
            <translation>El borde de la foto corta el auto.</translation>
        </message>
        <message>
            <source>The outline is hard to tell from the background: please check it.</source>
            <translation>El contorno apenas se distingue del fondo: revíselo.</translation>
        </message>
        <message>
            <source>There is more than one car in the photo; the largest was taken.</source>
            <translation>Hay más de un auto en la foto; se tomó el más grande.</translation>
        </message>
        <message>
            <source>The car is small in the photo, so the picture is soft.</source>
            <translation>El auto es pequeño en la foto, por eso la imagen es poco nítida.</translation>
        </message>
        <message>
            <source>The body has little color of its own: please check which parts are painted.</source>
            <translation>La carrocería tiene poco color propio: revise qué partes están pintadas.</translation>
        </message>
        <message>
            <source>The painted parts could not be told well: please check them.</source>
            <translation>No se distinguieron bien las partes pintadas: revíselas.</translation>
        </message>
        <message>
            <source>Measured paint is ΔE {n} from the preset; it may look different from what the customer expects.</source>
            <translation>La pintura medida difiere ΔE {n} del preajuste; puede verse distinta de lo que el cliente espera.</translation>
        </message>
        <message>
            <source>The car may not have been repainted: the image hardly differs from its angle's.</source>
            <translation>Quizá el auto no se repintó: la imagen apenas difiere de la de su ángulo.</translation>
        </message>
        <message>
            <source>The car may be mirrored: it fits its source better with left and right exchanged.</source>
            <translation>Quizá el auto esté invertido: coincide mejor con su origen al cambiar izquierda y derecha.</translation>
        </message>
        <message>
            <source>The image has {width} × {height} pixels, but its angle's image {angle_width} × {angle_height}.</source>
            <translation>La imagen tiene {width} × {height} píxeles, pero la de su ángulo {angle_width} × {angle_height}.</translation>
        </message>
        <message>
            <source>With {width} × {height} pixels the image is small for a listing.</source>
            <translation>Con {width} × {height} píxeles la imagen es pequeña para un anuncio.</translation>
        </message>
        <message>
            <source>The license plate may have changed.</source>
            <translation>Es posible que la placa haya cambiado.</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>El archivo no existe</translation>
        </message>
        <message>
            <source>It is empty</source>
            <translation>Está vacío</translation>
        </message>
        <message>
            <source>It is no image of a kind known here</source>
            <translation>No es una imagen de un tipo conocido</translation>
        </message>
        <message>
            <source>It is a folder without photos</source>
            <translation>Es una carpeta sin fotos</translation>
        </message>
        <message>
            <source>It cannot be read</source>
            <translation>No se puede leer</translation>
        </message>
        <message>
            <source>It is damaged</source>
            <translation>Está dañado</translation>
        </message>
        <message>
            <source>With {megabytes} MB it is too large</source>
            <translation>Con {megabytes} MB es demasiado grande</translation>
        </message>
        <message>
            <source>With {width} × {height} pixels it is too large</source>
            <translation>Con {width} × {height} píxeles es demasiado grande</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>no dio ningún motivo</translation>
        </message>
        <message>
            <source>nobody answers</source>
            <translation>nadie responde</translation>
        </message>
        <message>
            <source>nobody listens there</source>
            <translation>nadie escucha ahí</translation>
        </message>
        <message>
            <source>no computer of this name is found</source>
            <translation>no se encuentra ningún equipo con este nombre</translation>
        </message>
        <message>
            <source>it cannot be reached</source>
            <translation>no se puede alcanzar</translation>
        </message>
        <message>
            <source>it no longer answers</source>
            <translation>ya no responde</translation>
        </message>
        <message>
            <source>it was cut</source>
            <translation>se cortó</translation>
        </message>
        <message>
            <source>it was closed ({code})</source>
            <translation>se cerró ({code})</translation>
        </message>
        <message>
            <source>it speaks no WebSocket</source>
            <translation>no habla WebSocket</translation>
        </message>
        <message>
            <source>it speaks no TLS that this computer trusts</source>
            <translation>no habla un TLS en el que este equipo confíe</translation>
        </message>
        <message>
            <source>the proxy does not let it through</source>
            <translation>el proxy no la deja pasar</translation>
        </message>
        <message>
            <source>a brace is open that is not closed, or the other way round</source>
            <translation>una llave se abre y no se cierra, o al revés</translation>
        </message>
        <message>
            <source>there is no {token}; the tokens are {known}</source>
            <translation>no existe {token}; los campos son {known}</translation>
        </message>
        <message>
            <source>the width in {token} makes no sense</source>
            <translation>el ancho en {token} no tiene sentido</translation>
        </message>
        <message>
            <source>it names no token, so that all files would have one name</source>
            <translation>no nombra ningún campo, así que todos los archivos tendrían el mismo nombre</translation>
        </message>
        <message>
            <source>its name may hold letters, digits, _ and -</source>
            <translation>su nombre puede tener letras, cifras, _ y -</translation>
        </message>
        <message>
            <source>there is no profile “{profile}” to be like</source>
            <translation>no existe un perfil «{profile}» al que parecerse</translation>
        </message>
        <message>
            <source>nobody knows what “{line}” means</source>
            <translation>no se sabe qué significa «{line}»</translation>
        </message>
        <message>
            <source>“{line}” stands outside a [profile]</source>
            <translation>«{line}» está fuera de un [perfil]</translation>
        </message>
        <message>
            <source>“{line}” cannot be {said}: {reason}</source>
            <translation>«{line}» no puede ser {said}: {reason}</translation>
        </message>
        <message>
            <source>it is a text</source>
            <translation>es un texto</translation>
        </message>
        <message>
            <source>it is true or false</source>
            <translation>es verdadero (true) o falso (false)</translation>
        </message>
        <message>
            <source>it is a number from {least} to {most}</source>
            <translation>es un número de {least} a {most}</translation>
        </message>
        <message>
            <source>it is a whole number</source>
            <translation>es un número entero</translation>
        </message>
        <message>
            <source>it is “own”, or two numbers such as 4:3</source>
            <translation>es “own”, o dos números como 4:3</translation>
        </message>
        <message>
            <source>it is a color such as #FFFFFF</source>
            <translation>es un color como #FFFFFF</translation>
        </message>
        <message>
            <source>it is a list</source>
            <translation>es una lista</translation>
        </message>
        <message>
            <source>it is one of {known}</source>
            <translation>es uno de {known}</translation>
        </message>
        <message>
            <source>a JPEG cannot be transparent</source>
            <translation>un JPEG no puede ser transparente</translation>
        </message>
        <message>
            <source>It cannot be decoded ({error}).</source>
            <translation>No se puede decodificar ({error}).</translation>
        </message>
        <message>
            <source>It has {bytes} bytes, {most} are taken.</source>
            <translation>Tiene {bytes} bytes; se aceptan {most}.</translation>
        </message>
        <message>
            <source>It is {format}, not {wanted}.</source>
            <translation>Es {format}, no {wanted}.</translation>
        </message>
        <message>
            <source>Its pixels are {mode}, not {wanted}.</source>
            <translation>Sus píxeles son {mode}, no {wanted}.</translation>
        </message>
        <message>
            <source>Its quality is below {least}.</source>
            <translation>Su calidad es inferior a {least}.</translation>
        </message>
        <message>
            <source>Its long side has {pixels} pixels, more than {most}.</source>
            <translation>Su lado largo tiene {pixels} píxeles, más de {most}.</translation>
        </message>
        <message>
            <source>Its long side has {pixels} pixels, fewer than {least}.</source>
            <translation>Su lado largo tiene {pixels} píxeles, menos de {least}.</translation>
        </message>
        <message>
            <source>Its shape is {shape}:1, not {wanted}:1.</source>
            <translation>Su proporción es {shape}:1, no {wanted}:1.</translation>
        </message>
        <message>
            <source>It is not marked as what it is.</source>
            <translation>No está marcado como lo que es.</translation>
        </message>
        <message>
            <source>It tells a location.</source>
            <translation>Revela una ubicación.</translation>
        </message>
        <message>
            <source>It does not say that its colors are sRGB.</source>
            <translation>No dice que sus colores son sRGB.</translation>
        </message>
        <message>
            <source>eBay</source>
            <translation>eBay</translation>
        </message>
        <message>
            <source>At most 24 pictures of the actual item, without border, text or watermark.</source>
            <translation>Como máximo 24 fotos del artículo real, sin borde, texto ni marca de agua.</translation>
        </message>
        <message>
            <source>Google vehicle ads</source>
            <translation>Anuncios de vehículos de Google</translation>
        </message>
        <message>
            <source>Main image about 45° front-side, no overlay, marked as made by AI.</source>
            <translation>Imagen principal a unos 45° de frente y costado, sin superposiciones, marcada como hecha con IA.</translation>
        </message>
        <message>
            <source>Dealer feed</source>
            <translation>Feed de concesionario</translation>
        </message>
        <message>
            <source>Stock number and a running number, the hero first; taken by most feeds.</source>
            <translation>Número de stock y número correlativo, la principal primero; lo aceptan casi todos los feeds.</translation>
        </message>
        <message>
            <source>Web, 1.71:1</source>
            <translation>Web, 1.71:1</translation>
        </message>
        <message>
            <source>For your own site: wide, light files of one exact shape.</source>
            <translation>Para su propio sitio: archivos anchos y ligeros, de una proporción exacta.</translation>
        </message>
        <message>
            <source>Full size</source>
            <translation>Tamaño completo</translation>
        </message>
        <message>
            <source>Every pixel as it was made, as PNG.</source>
            <translation>Cada píxel tal como se hizo, en PNG.</translation>
        </message>
        <message>
            <source>Transparent</source>
            <translation>Transparente</translation>
        </message>
        <message>
            <source>The car alone, where its outline is known; the others as they are.</source>
            <translation>Solo el auto, donde se conoce su contorno; las demás como están.</translation>
        </message>
        <message>
            <source>global prompts</source>
            <translation>prompts globales</translation>
        </message>
        <message>
            <source>angle presets</source>
            <translation>preajustes de ángulo</translation>
        </message>
        <message>
            <source>color presets</source>
            <translation>preajustes de color</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message>
            <source>“{said}” in row {row} is no price</source>
            <translation>“{said}” en la fila {row} no es un precio</translation>
        </message>
    </context>
    <context>
        <name>RequestDesk</name>
        <message>
            <source>This very batch has been made</source>
            <translation>Este mismo lote ya se hizo</translation>
        </message>
        <message>
            <source>The same photos, angles and colors would be paid for once more.</source>
            <translation>Se pagarían otra vez las mismas fotos, ángulos y colores.</translation>
        </message>
        <message>
            <source>Make it again</source>
            <translation>Hacerlo de nuevo</translation>
        </message>
        <message>
            <source>Choose photos of the car</source>
            <translation>Elegir fotos del auto</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Todos los archivos</translation>
        </message>
        <message>
            <source>an unknown price</source>
            <translation>un precio desconocido</translation>
        </message>
        <message>
            <source>Replicate makes the images now</source>
            <translation>Ahora Replicate hace las imágenes</translation>
        </message>
        <message>
            <source>Each one costs about {price}. The arrow beside the number of images changes the engine.</source>
            <translation>Cada una cuesta unos {price}. La flecha junto al número de imágenes cambia el motor.</translation>
        </message>
    </context>
    <context>
        <name>RequestPanel</name>
        <message>
            <source>Make and model, or stock number</source>
            <translation>Marca y modelo, o número de inventario</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>Auto-colorize</source>
            <translation>Colorear automáticamente</translation>
        </message>
        <message>
            <source>Each angle starts its colors</source>
            <translation>Cada ángulo inicia sus colores</translation>
        </message>
        <message>
            <source>Angles only, for now</source>
            <translation>Por ahora, solo ángulos</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Car, angle, color, prompt</source>
            <translation>Auto, ángulo, color, prompt</translation>
        </message>
        <message>
            <source>Car, angle, color or words of the prompt</source>
            <translation>Auto, ángulo, color o prompt</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
    </context>
    <context>
        <name>SelectionActions</name>
        <message>
            <source>Show files</source>
            <translation>Mostrar archivos</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Empty bin</source>
            <translation>Vaciar papelera</translation>
        </message>
        <message>
            <source>From the bin it can be restored</source>
            <translation>Se puede restaurar desde la papelera</translation>
        </message>
        <message>
            <source>The system's recycle bin takes the files</source>
            <translation>Los archivos van a la papelera del sistema</translation>
        </message>
        <message>
            <source>Unstar</source>
            <translation>No destacar</translation>
        </message>
        <message>
            <source>{n} selected</source>
            <translation>{n} seleccionadas</translation>
        </message>
        <message>
            <source>{n} image</source>
            <translation>{n} imagen</translation>
        </message>
        <message>
            <source>{n} images</source>
            <translation>{n} imágenes</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>The published CSV with the prompts of angle and color jobs.</source>
            <translation>El CSV publicado con los prompts de los trabajos de ángulo y de color.</translation>
        </message>
        <message>
            <source>The published CSV with the camera angles.</source>
            <translation>El CSV publicado con los ángulos de cámara.</translation>
        </message>
        <message>
            <source>The published CSV with the paint colors.</source>
            <translation>El CSV publicado con los colores de pintura.</translation>
        </message>
        <message>
            <source>The model on Replicate that makes the images, as owner/name.</source>
            <translation>El modelo de Replicate que hace las imágenes, como propietario/nombre.</translation>
        </message>
        <message>
            <source>Address of Replicate's API.</source>
            <translation>Dirección de la API de Replicate.</translation>
        </message>
        <message>
            <source>Finished images are kept in this folder; those already made stay where they are.</source>
            <translation>Las imágenes terminadas se guardan en esta carpeta; las ya hechas se quedan donde están.</translation>
        </message>
        <message>
            <source>Automatic is Replicate where a token is known, else Studio on this computer.</source>
            <translation>Automático es Replicate si hay un token; si no, Estudio en este equipo.</translation>
        </message>
        <message>
            <source>No batch starts that would go beyond it in a month. Empty for no limit.</source>
            <translation>No empieza ningún lote que lo supere en un mes. Vacío: sin límite.</translation>
        </message>
        <message>
            <source>What an interruption kept from beginning is made at the next start without asking.</source>
            <translation>Lo que una interrupción no dejó comenzar se hace en el próximo inicio sin preguntar.</translation>
        </message>
        <message>
            <source>A ws:// or wss:// address that is told of every event. Empty for none.</source>
            <translation>Una dirección ws:// o wss:// que recibe cada evento. Vacío: ninguna.</translation>
        </message>
        <message>
            <source>The window's colors; System follows this computer's setting.</source>
            <translation>Los colores de la ventana; Sistema sigue lo que usa este equipo.</translation>
        </message>
        <message>
            <source>What the window speaks. Another language is spoken from the next start on.</source>
            <translation>El idioma de la ventana. Otro idioma se usa desde el próximo inicio.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDesk</name>
        <message>
            <source>Save what was spent</source>
            <translation>Guardar lo gastado</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tablas (*.csv)</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>Guardado como {file}.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Configuración</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Probando…</translation>
        </message>
        <message>
            <source>Choose the gallery folder</source>
            <translation>Elegir la carpeta de la galería</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Buscar…</translation>
        </message>
        <message>
            <source>Price table</source>
            <translation>Tabla de precios</translation>
        </message>
        <message>
            <source>Open the table in which prices can be corrected</source>
            <translation>Abrir la tabla en la que se corrigen los precios</translation>
        </message>
        <message>
            <source>Spending…</source>
            <translation>Gastos…</translation>
        </message>
        <message>
            <source>Save what each batch and month has cost as CSV</source>
            <translation>Guardar como CSV lo que costó cada lote y mes</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Motor</translation>
        </message>
        <message>
            <source>Spending</source>
            <translation>Gastos</translation>
        </message>
        <message>
            <source>Presets</source>
            <translation>Preajustes</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Equipo</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Espejo</translation>
        </message>
        <message>
            <source>Images are made by</source>
            <translation>Las imágenes las hace</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Monthly budget, in US dollars</source>
            <translation>Presupuesto mensual, en dólares</translation>
        </message>
        <message>
            <source>Go on after an interruption</source>
            <translation>Seguir después de una interrupción</translation>
        </message>
        <message>
            <source>Global prompts</source>
            <translation>Prompts globales</translation>
        </message>
        <message>
            <source>Angle presets</source>
            <translation>Preajustes de ángulo</translation>
        </message>
        <message>
            <source>Color presets</source>
            <translation>Preajustes de color</translation>
        </message>
        <message>
            <source>Gallery folder</source>
            <translation>Carpeta de la galería</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro u oscuro</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Address of the mirror</source>
            <translation>Dirección del espejo</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Replicate</source>
            <translation>Replicate</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estudio</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
    </context>
    <context>
        <name>SettingsRow</name>
        <message>
            <source>Set by {name}; the environment wins.</source>
            <translation>Definido por {name}; manda el entorno.</translation>
        </message>
    </context>
    <context>
        <name>TokenField</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Kept. Type here to replace it.</source>
            <translation>Guardado. Escriba aquí para reemplazarlo.</translation>
        </message>
        <message>
            <source>Kept.</source>
            <translation>Guardado.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>The token will be removed when you save.</source>
            <translation>El token se quitará al guardar.</translation>
        </message>
        <message>
            <source>Get a token</source>
            <translation>Obtener un token</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Replicate token</source>
            <translation>Token de Replicate</translation>
        </message>
        <message>
            <source>r8_…</source>
            <translation>r8_…</translation>
        </message>
        <message>
            <source>Asking Replicate whose token this is…</source>
            <translation>Preguntando a Replicate de quién es este token…</translation>
        </message>
        <message>
            <source>Signed in as {name} (organization)</source>
            <translation>Sesión iniciada como {name} (organización)</translation>
        </message>
        <message>
            <source>Signed in as {name}</source>
            <translation>Sesión iniciada como {name}</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Estudio</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>Galería</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Switch between light and dark</source>
            <translation>Cambiar entre claro y oscuro</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Configuración</translation>
        </message>
    </context>
    <context>
        <name>TouchUpBar</name>
        <message>
            <source>Zoom out (Ctrl+−)</source>
            <translation>Alejar (Ctrl+−)</translation>
        </message>
        <message>
            <source>Zoom in (Ctrl++)</source>
            <translation>Acercar (Ctrl++)</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Deshacer (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Shift+Z)</source>
            <translation>Rehacer (Ctrl+Mayús+Z)</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Restablecer</translation>
        </message>
        <message>
            <source>Show the whole picture (Ctrl+0)</source>
            <translation>Mostrar la imagen completa (Ctrl+0)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message>
            <source>{zoom} ×</source>
            <translation>{zoom} ×</translation>
        </message>
        <message>
            <source>Zoom: {zoom}. Show the whole picture</source>
            <translation>Zoom: {zoom}. Mostrar la imagen completa</translation>
        </message>
        <message>
            <source>Touch-up</source>
            <translation>Retoque</translation>
        </message>
    </context>
    <context>
        <name>TouchUpCanvas</name>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Arrow keys move the brush, Enter begins and ends a stroke.</source>
            <translation>Las flechas mueven el pincel; Intro comienza y termina un trazo.</translation>
        </message>
    </context>
    <context>
        <name>TouchUpDesk</name>
        <message>
            <source>Still being made</source>
            <translation>Aún en curso</translation>
        </message>
        <message>
            <source>A picture can be touched up when its batch has ended.</source>
            <translation>Una imagen se puede retocar cuando su lote ha terminado.</translation>
        </message>
    </context>
    <context>
        <name>TouchUpDialog</name>
        <message>
            <source>Touch up {title}</source>
            <translation>Retocar {title}</translation>
        </message>
        <message>
            <source>Opening the picture…</source>
            <translation>Abriendo la imagen…</translation>
        </message>
        <message>
            <source>Your strokes are not applied. Cancel once more to drop them.</source>
            <translation>Sus trazos no se aplicaron. Cancele otra vez para descartarlos.</translation>
        </message>
        <message>
            <source>Applying…</source>
            <translation>Aplicando…</translation>
        </message>
    </context>
    <context>
        <name>TouchUpPanel</name>
        <message>
            <source>Correct</source>
            <translation>Corregir</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Contorno</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Pintura</translation>
        </message>
        <message>
            <source>Brush</source>
            <translation>Pincel</translation>
        </message>
        <message>
            <source>Brush size in pixels</source>
            <translation>Tamaño del pincel en píxeles</translation>
        </message>
        <message>
            <source>Show mask</source>
            <translation>Mostrar máscara</translation>
        </message>
        <message>
            <source>Apply to all colors of this row</source>
            <translation>Aplicar a los colores de la fila</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Conservar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Not paint</source>
            <translation>Sin pintura</translation>
        </message>
        <message>
            <source>Mark what belongs to the car and what does not. Short strokes are enough.</source>
            <translation>Marque lo que es del auto y lo que no. Bastan trazos cortos.</translation>
        </message>
        <message>
            <source>Mark the painted body. Glass, tires, lamps and plate are not paint.</source>
            <translation>Marque la carrocería pintada. Vidrios, llantas, faros y placa no llevan pintura.</translation>
        </message>
        <message>
            <source>{n} px</source>
            <translation>{n} px</translation>
        </message>
        <message>
            <source>This is the finished picture.</source>
            <translation>Esta es la imagen terminada.</translation>
        </message>
        <message>
            <source>The painted parts are shown in a trial color.</source>
            <translation>Las partes pintadas se muestran en un color de prueba.</translation>
        </message>
        <message>
            <source>What is hatched is cut away.</source>
            <translation>Lo rayado se recorta.</translation>
        </message>
        <message>
            <source>What is hatched along the line is repainted.</source>
            <translation>Lo rayado junto a la línea se repinta.</translation>
        </message>
        <message>
            <source>Please check</source>
            <translation>Por favor, revise</translation>
        </message>
        <message>
            <source>brush size</source>
            <translation>tamaño del pincel</translation>
        </message>
        <message>
            <source>the other brush</source>
            <translation>el otro pincel</translation>
        </message>
        <message>
            <source>mask or finished picture</source>
            <translation>máscara o imagen final</translation>
        </message>
        <message>
            <source>hold and drag to move</source>
            <translation>mantener y arrastrar</translation>
        </message>
        <message>
            <source>draw with the keyboard</source>
            <translation>dibujar con el teclado</translation>
        </message>
    </context>
    <context>
        <name>TrayIcon</name>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Quit, go on next time</source>
            <translation>Salir y seguir la próxima vez</translation>
        </message>
    </context>
    <context>
        <name>VerdictButtons</name>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Approve for an export (A); once more takes it back</source>
            <translation>Aprobar para exportar (A); otra vez lo anula</translation>
        </message>
        <message>
            <source>Keep out of exports (X); once more takes it back</source>
            <translation>Excluir de las exportaciones (X); otra vez lo anula</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Approved</source>
            <translation>Aprobada</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rechazada</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>No presets</source>
            <translation>Sin preajustes</translation>
        </message>
        <message>
            <source>Built-in presets</source>
            <translation>Preajustes incluidos</translation>
        </message>
        <message>
            <source>Presets: last copy, {age}</source>
            <translation>Preajustes: última copia, {age}</translation>
        </message>
        <message>
            <source>Presets: sheets, read {time:%H:%M}</source>
            <translation>Preajustes: hojas, leídas {time:%H:%M}</translation>
        </message>
        <message>
            <source>No Replicate token yet.</source>
            <translation>Aún sin token de Replicate.</translation>
        </message>
        <message>
            <source>The studio's model file is missing; set the program up again.</source>
            <translation>Falta el archivo del modelo de Estudio; instale el programa de nuevo.</translation>
        </message>
        <message>
            <source>{n} min old</source>
            <translation>de hace {n} min</translation>
        </message>
        <message>
            <source>{n} h old</source>
            <translation>de hace {n} h</translation>
        </message>
        <message>
            <source>{n} days old</source>
            <translation>de hace {n} días</translation>
        </message>
        <message>
            <source>No token yet. It will be kept in the system's keychain.</source>
            <translation>Aún sin token. Se guardará en el llavero del sistema.</translation>
        </message>
        <message>
            <source>From REPLICATE_API_TOKEN; the environment wins.</source>
            <translation>De REPLICATE_API_TOKEN; manda el entorno.</translation>
        </message>
        <message>
            <source>In the system's keychain.</source>
            <translation>En el llavero del sistema.</translation>
        </message>
        <message>
            <source>For this run only: this system has no keychain.</source>
            <translation>Solo esta vez: este sistema no tiene llavero.</translation>
        </message>
        <message>
            <source>It is kept in the system's keychain, and sent to the mirror alone.</source>
            <translation>Se guarda en el llavero del sistema y se envía solo al espejo.</translation>
        </message>
        <message>
            <source>From CARMP_MIRROR_TOKEN; the environment wins.</source>
            <translation>De CARMP_MIRROR_TOKEN; manda el entorno.</translation>
        </message>
    </context>
    <context>
        <name>_Step</name>
        <message>
            <source>next</source>
            <translation>siguiente</translation>
        </message>
        <message>
            <source>later</source>
            <translation>después</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
    </context>
</TS>
