<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Segmenter</source>
        <translation>Acerca de Segmenter</translation>
    </message>
    <message>
        <source>Image segmentation by spectral clustering.</source>
        <translation>Segmentación de imágenes por agrupamiento espectral.</translation>
    </message>
    <message>
        <source>Free software, BSD licence.</source>
        <translation>Software libre, licencia BSD.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
</context>
<context>
    <name>ActionStates</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Deshacer {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rehacer {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Result and help</source>
        <translation>Resultado y ayuda</translation>
    </message>
    <message>
        <source>&amp;Open Image…</source>
        <translation>&amp;Abrir imagen…</translation>
    </message>
    <message>
        <source>Open an image or a project</source>
        <translation>Abrir una imagen o un proyecto</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>List the images of a folder</source>
        <translation>Mostrar las imágenes de una carpeta</translation>
    </message>
    <message>
        <source>Ne&amp;w Project</source>
        <translation>&amp;Nuevo proyecto</translation>
    </message>
    <message>
        <source>Close all images and begin with none</source>
        <translation>Cerrar todas las imágenes y empezar sin ninguna</translation>
    </message>
    <message>
        <source>&amp;Close Image</source>
        <translation>&amp;Quitar imagen</translation>
    </message>
    <message>
        <source>Take the image off the list</source>
        <translation>Quitar la imagen de la lista</translation>
    </message>
    <message>
        <source>C&amp;lose Project</source>
        <translation>Cerrar &amp;proyecto</translation>
    </message>
    <message>
        <source>Close all images and the project</source>
        <translation>Cerrar todas las imágenes y el proyecto</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>Forget which files were opened</source>
        <translation>Olvidar qué archivos se abrieron</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>Save the work on all open images</source>
        <translation>Guardar el trabajo de todas las imágenes abiertas</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Guardar proyecto c&amp;omo…</translation>
    </message>
    <message>
        <source>Save the work under another name</source>
        <translation>Guardar el trabajo con otro nombre</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Write label masks, overlays, tables</source>
        <translation>Escribir máscaras, superposiciones y tablas</translation>
    </message>
    <message>
        <source>Export A&amp;gain</source>
        <translation>Exportar de nue&amp;vo</translation>
    </message>
    <message>
        <source>Export as last time</source>
        <translation>Exportar como la última vez</translation>
    </message>
    <message>
        <source>&amp;Import Segments…</source>
        <translation>&amp;Importar segmentos…</translation>
    </message>
    <message>
        <source>Take the segments of the image from a file of another program</source>
        <translation>Tomar los segmentos de la imagen de un archivo de otro programa</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Lote…</translation>
    </message>
    <message>
        <source>Segment a whole folder</source>
        <translation>Segmentar una carpeta entera</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Salir del programa</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>Imagen an&amp;terior</translation>
    </message>
    <message>
        <source>Go to the image before in the list</source>
        <translation>Ir a la imagen anterior de la lista</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>Imagen sig&amp;uiente</translation>
    </message>
    <message>
        <source>Go to the next image in the list</source>
        <translation>Ir a la imagen siguiente de la lista</translation>
    </message>
    <message>
        <source>Pre&amp;vious Unfinished Image</source>
        <translation>Anterior sin terminar</translation>
    </message>
    <message>
        <source>Go to the image before that is not marked as done</source>
        <translation>Ir a la imagen anterior que no está terminada</translation>
    </message>
    <message>
        <source>Next &amp;Unfinished Image</source>
        <translation>Siguiente sin termina&amp;r</translation>
    </message>
    <message>
        <source>Go to the next image that is not marked as done</source>
        <translation>Ir a la imagen siguiente que no está terminada</translation>
    </message>
    <message>
        <source>Mark as &amp;Done</source>
        <translation>&amp;Marcar como terminada</translation>
    </message>
    <message>
        <source>Mark the image as done</source>
        <translation>Marcar la imagen como terminada</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Repetir lo que se deshizo</translation>
    </message>
    <message>
        <source>Copy what is seen of the image</source>
        <translation>Copiar lo que se ve de la imagen</translation>
    </message>
    <message>
        <source>Copy Vie&amp;w</source>
        <translation>Cop&amp;iar la vista</translation>
    </message>
    <message>
        <source>Cop&amp;y Mask</source>
        <translation>Copiar la má&amp;scara</translation>
    </message>
    <message>
        <source>Copy the selected segments as white on black; the labels of all if none is selected</source>
        <translation>Copiar los segmentos seleccionados en blanco sobre negro; si no hay ninguno, las etiquetas de todos</translation>
    </message>
    <message>
        <source>Pas&amp;te Image</source>
        <translation>Pegar imagen</translation>
    </message>
    <message>
        <source>Open the image in the clipboard</source>
        <translation>Abrir la imagen del portapapeles</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>Select all segments</source>
        <translation>Seleccionar todos los segmentos</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>Quitar la s&amp;elección</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>No seleccionar nada</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Unir</translation>
    </message>
    <message>
        <source>Make one segment of those selected</source>
        <translation>Hacer un solo segmento con los seleccionados</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>Di&amp;vidir…</translation>
    </message>
    <message>
        <source>Cut the selected segment in two</source>
        <translation>Cortar en dos el segmento seleccionado</translation>
    </message>
    <message>
        <source>Split into &amp;Pieces</source>
        <translation>Separar en tro&amp;zos</translation>
    </message>
    <message>
        <source>Give each connected piece a number of its own</source>
        <translation>Dar a cada trozo conexo un número propio</translation>
    </message>
    <message>
        <source>Fill &amp;Holes</source>
        <translation>Rellenar &amp;huecos</translation>
    </message>
    <message>
        <source>Give the selection what lies inside its holes</source>
        <translation>Dar a la selección lo que hay dentro de sus huecos</translation>
    </message>
    <message>
        <source>Give to Neigh&amp;bours</source>
        <translation>Entregar a los veci&amp;nos</translation>
    </message>
    <message>
        <source>Give the selection to its neighbours</source>
        <translation>Entregar la selección a sus vecinos</translation>
    </message>
    <message>
        <source>&amp;Delete to Background</source>
        <translation>&amp;Borrar (pasar al fondo)</translation>
    </message>
    <message>
        <source>Make the selection background</source>
        <translation>Convertir la selección en fondo</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>B&amp;loquear</translation>
    </message>
    <message>
        <source>Protect the selection from edits</source>
        <translation>Proteger la selección de los cambios</translation>
    </message>
    <message>
        <source>Follow Parameters A&amp;gain</source>
        <translation>Volver a se&amp;guir los parámetros</translation>
    </message>
    <message>
        <source>Let the selection follow the parameters again</source>
        <translation>Dejar que la selección vuelva a seguir los parámetros</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Cambiar nombre…</translation>
    </message>
    <message>
        <source>Give the selected segment a name</source>
        <translation>Dar nombre al segmento seleccionado</translation>
    </message>
    <message>
        <source>Name &amp;in Order…</source>
        <translation>N&amp;ombrar en orden…</translation>
    </message>
    <message>
        <source>Call the selected segments coin 1, coin 2 and so on</source>
        <translation>Llamar a los segmentos seleccionados moneda 1, moneda 2 y así</translation>
    </message>
    <message>
        <source>Pi&amp;xel Size…</source>
        <translation>Tamaño del pí&amp;xel…</translation>
    </message>
    <message>
        <source>Set how large a pixel is, and in which unit</source>
        <translation>Indicar el tamaño de un píxel y su unidad</translation>
    </message>
    <message>
        <source>Renumber by Si&amp;ze</source>
        <translation>Renumerar &amp;por tamaño</translation>
    </message>
    <message>
        <source>Give the largest segment number 1, and so on</source>
        <translation>Dar al segmento mayor el número 1, y así sucesivamente</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>&amp;Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>One pixel of the image for one of the screen</source>
        <translation>Un píxel de la imagen por cada píxel de la pantalla</translation>
    </message>
    <message>
        <source>&amp;Zoom to Selection</source>
        <translation>Ampliar la s&amp;elección</translation>
    </message>
    <message>
        <source>Show the selected segments as large as they can be</source>
        <translation>Mostrar los segmentos seleccionados lo más grandes posible</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ale&amp;jar</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Show O&amp;verlay</source>
        <translation>Mostrar s&amp;uperposición</translation>
    </message>
    <message>
        <source>Show or hide what lies over the image</source>
        <translation>Mostrar u ocultar lo que cubre la imagen</translation>
    </message>
    <message>
        <source>&amp;Next Overlay Style</source>
        <translation>Estilo s&amp;iguiente</translation>
    </message>
    <message>
        <source>Fill, contour, both</source>
        <translation>Relleno, contorno, ambos</translation>
    </message>
    <message>
        <source>&amp;Before and After</source>
        <translation>Antes y &amp;después</translation>
    </message>
    <message>
        <source>The image alone to the left of a line, what lies over it to the right</source>
        <translation>A la izquierda de una línea la imagen sola, a la derecha con lo que la cubre</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Vista &amp;general</translation>
    </message>
    <message>
        <source>Show the whole image in a corner while little of it is seen</source>
        <translation>Mostrar la imagen entera en una esquina mientras se ve poco de ella</translation>
    </message>
    <message>
        <source>&amp;Scale Bar</source>
        <translation>&amp;Escala</translation>
    </message>
    <message>
        <source>Show how large things are</source>
        <translation>Mostrar el tamaño de las cosas</translation>
    </message>
    <message>
        <source>Colou&amp;r by Class</source>
        <translation>Color por c&amp;lase</translation>
    </message>
    <message>
        <source>Give segments the colours of their classes</source>
        <translation>Dar a los segmentos el color de su clase</translation>
    </message>
    <message>
        <source>Fi&amp;ll</source>
        <translation>&amp;Relleno</translation>
    </message>
    <message>
        <source>Colour the segments</source>
        <translation>Colorear los segmentos</translation>
    </message>
    <message>
        <source>&amp;Contour</source>
        <translation>C&amp;ontorno</translation>
    </message>
    <message>
        <source>Draw the borders of the segments</source>
        <translation>Dibujar los bordes de los segmentos</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Am&amp;bos</translation>
    </message>
    <message>
        <source>Colours and borders</source>
        <translation>Colores y bordes</translation>
    </message>
    <message>
        <source>&amp;Segments</source>
        <translation>&amp;Segmentos</translation>
    </message>
    <message>
        <source>The segments</source>
        <translation>Los segmentos</translation>
    </message>
    <message>
        <source>Bo&amp;undaries</source>
        <translation>&amp;Fronteras</translation>
    </message>
    <message>
        <source>How strong the borders are between regions of the tree</source>
        <translation>La fuerza de los bordes entre las regiones del árbol</translation>
    </message>
    <message>
        <source>Si&amp;milarity</source>
        <translation>Se&amp;mejanza</translation>
    </message>
    <message>
        <source>How alike the pixel under the cursor is to all others</source>
        <translation>Cuánto se parece el píxel bajo el cursor a todos los demás</translation>
    </message>
    <message>
        <source>Mar&amp;gin</source>
        <translation>Mar&amp;gen</translation>
    </message>
    <message>
        <source>How sure each pixel is of its label</source>
        <translation>Lo segura que es la etiqueta de cada píxel</translation>
    </message>
    <message>
        <source>&amp;Eigenvector</source>
        <translation>Vector propio</translation>
    </message>
    <message>
        <source>The eigenvector chosen in its dock</source>
        <translation>El vector propio elegido en su panel</translation>
    </message>
    <message>
        <source>&amp;Three Eigenvectors</source>
        <translation>Tres &amp;vectores propios</translation>
    </message>
    <message>
        <source>Three eigenvectors as red, green and blue</source>
        <translation>Tres vectores propios como rojo, verde y azul</translation>
    </message>
    <message>
        <source>&amp;Object</source>
        <translation>&amp;Objeto</translation>
    </message>
    <message>
        <source>Click an object to select it, right-click what is too much; Shift-drag draws a box; Return makes it a segment</source>
        <translation>Clic en un objeto para seleccionarlo, clic derecho en lo que sobra; Mayús y arrastrar dibuja una caja; Intro lo convierte en segmento</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Seleccionar</translation>
    </message>
    <message>
        <source>Click selects a segment, Shift-click adds another</source>
        <translation>Un clic selecciona un segmento; con Mayús añade otro</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pincel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Goma</translation>
    </message>
    <message>
        <source>Paint background</source>
        <translation>Pintar fondo</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lazo</translation>
    </message>
    <message>
        <source>Draw around pixels to give them to the selected segment</source>
        <translation>Rodear píxeles para darlos al segmento seleccionado</translation>
    </message>
    <message>
        <source>Poly&amp;gon</source>
        <translation>Polígo&amp;no</translation>
    </message>
    <message>
        <source>Click corners around pixels; edges draw the line, with Alt it is straight, Return closes it</source>
        <translation>Marcar vértices alrededor; los bordes atraen la línea, con Alt es recta, Intro la cierra</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>Me&amp;dir</translation>
    </message>
    <message>
        <source>Drag to measure a length; Shift keeps it straight</source>
        <translation>Arrastrar para medir una longitud; Mayús la mantiene recta</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>&amp;Mover</translation>
    </message>
    <message>
        <source>Drag the image; Space or the middle button does so with any tool</source>
        <translation>Arrastrar la imagen; Espacio o el botón central lo hacen con cualquier herramienta</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <source>Make brush and eraser larger</source>
        <translation>Agrandar pincel y goma</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <source>Make brush and eraser smaller</source>
        <translation>Achicar pincel y goma</translation>
    </message>
    <message>
        <source>&amp;Update Now</source>
        <translation>Calcular &amp;ahora</translation>
    </message>
    <message>
        <source>Compute the result for these parameters</source>
        <translation>Calcular el resultado para estos parámetros</translation>
    </message>
    <message>
        <source>Update &amp;Automatically</source>
        <translation>Calcular automática&amp;mente</translation>
    </message>
    <message>
        <source>Results follow the sliders by themselves</source>
        <translation>Los resultados siguen a los controles por sí solos</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Detener lo que está en curso</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>Panel s&amp;iguiente</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Ir a la siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>Read how everything is used</source>
        <translation>Leer cómo se usa todo</translation>
    </message>
    <message>
        <source>&amp;First Minute</source>
        <translation>&amp;Primer minuto</translation>
    </message>
    <message>
        <source>Show the first five steps again</source>
        <translation>Mostrar otra vez los cinco primeros pasos</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>Mostrar todas las teclas</translation>
    </message>
    <message>
        <source>Copy &amp;Command Line</source>
        <translation>Copiar la &amp;orden</translation>
    </message>
    <message>
        <source>Copy the command that gives these files</source>
        <translation>Copiar la orden que produce estos archivos</translation>
    </message>
    <message>
        <source>&amp;About Segmenter</source>
        <translation>&amp;Acerca de Segmenter</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versiones y licencia</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>Claro u oscuro, como el escritorio</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>Invert Selection</source>
        <translation>Invertir la selección</translation>
    </message>
    <message>
        <source>Select what is not selected</source>
        <translation>Seleccionar lo que no está seleccionado</translation>
    </message>
    <message>
        <source>Select Similar…</source>
        <translation>Seleccionar parecidos…</translation>
    </message>
    <message>
        <source>Select what looks like the selection</source>
        <translation>Seleccionar lo que se parece a la selección</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Suavizar</translation>
    </message>
    <message>
        <source>Round the outline of the selection</source>
        <translation>Redondear el contorno de la selección</translation>
    </message>
    <message>
        <source>&amp;Grow by a Pixel</source>
        <translation>&amp;Crecer un píxel</translation>
    </message>
    <message>
        <source>Move the outline of the selection outwards</source>
        <translation>Mover hacia fuera el contorno de la selección</translation>
    </message>
    <message>
        <source>S&amp;hrink by a Pixel</source>
        <translation>&amp;Encoger un píxel</translation>
    </message>
    <message>
        <source>Move the outline of the selection inwards</source>
        <translation>Mover hacia dentro el contorno de la selección</translation>
    </message>
    <message>
        <source>G&amp;row or Shrink…</source>
        <translation>C&amp;recer o encoger…</translation>
    </message>
    <message>
        <source>Move the outline by a number of pixels</source>
        <translation>Mover el contorno un número de píxeles</translation>
    </message>
    <message>
        <source>Paint the selected segment; Shift ends at edges</source>
        <translation>Pintar el segmento seleccionado; Mayús acaba en los bordes</translation>
    </message>
    <message>
        <source>Outlines and selection</source>
        <translation>Contornos y selección</translation>
    </message>
    <message>
        <source>Export All I&amp;mages…</source>
        <translation>Exportar todas las imágenes…</translation>
    </message>
    <message>
        <source>Write the results of all images of the project</source>
        <translation>Escribir los resultados de todas las imágenes del proyecto</translation>
    </message>
    <message>
        <source>&amp;Contrast…</source>
        <translation>Contraste…</translation>
    </message>
    <message>
        <source>Choose how bright the image is shown; no number changes</source>
        <translation>Elegir con qué brillo se muestra la imagen; ningún número cambia</translation>
    </message>
    <message>
        <source>&amp;Names and Numbers</source>
        <translation>Nombres y números</translation>
    </message>
    <message>
        <source>Write on the segments what they are called</source>
        <translation>Escribir en los segmentos cómo se llaman</translation>
    </message>
    <message>
        <source>Colours for &amp;Everybody</source>
        <translation>Colores para todos</translation>
    </message>
    <message>
        <source>Colours that people tell apart who see no red, no green or no blue</source>
        <translation>Colores que distingue también quien no ve el rojo, el verde o el azul</translation>
    </message>
    <message>
        <source>&amp;Class Brush</source>
        <translation>Pincel de &amp;clase</translation>
    </message>
    <message>
        <source>Give the class of the key 1 to 9 to the segments under the brush; Alt takes it away</source>
        <translation>Dar a los segmentos bajo el pincel la clase de la tecla 1 a 9; Alt se la quita</translation>
    </message>
</context>
<context>
    <name>BackgroundEdits</name>
    <message>
        <source>There are other segments meanwhile; “{step}” was not done.</source>
        <translation>Mientras tanto hay otros segmentos; no se ejecutó «{step}».</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Earlier result</source>
        <translation>Resultado anterior</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Eigenvalues</source>
        <translation>Valores propios</translation>
    </message>
    <message>
        <source>The heights are the square roots of the eigenvalues; a click sets k.</source>
        <translation>Las alturas son las raíces cuadradas de los valores propios; un clic fija k.</translation>
    </message>
    <message>
        <source>Left and Right go from bar to bar, Return sets k.</source>
        <translation>Izquierda y Derecha van de barra en barra, Intro fija k.</translation>
    </message>
    <message>
        <source>No eigenvalues yet</source>
        <translation>Aún no hay valores propios</translation>
    </message>
    <message>
        <source>{count} eigenvalues; marks: large gaps</source>
        <translation>{count} valores propios; marcas: saltos grandes</translation>
    </message>
    <message>
        <source>{number}: {value}; a click sets k to {number}</source>
        <translation>{number}: {value}; un clic fija k en {number}</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Only &amp;failed ones</source>
        <translation>Solo los &amp;fallidos</translation>
    </message>
    <message>
        <source>Show only the images that failed.</source>
        <translation>Mostrar solo las imágenes que fallaron.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Segment all images</source>
        <translation>Segmentar todas las imágenes</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>Begin no further image until you resume</source>
        <translation>No empezar otra imagen hasta que se reanude</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>Go on with the next image</source>
        <translation>Seguir con la imagen siguiente</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop; finished results stay</source>
        <translation>Detener; los resultados terminados se quedan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Back to the settings of the batch</source>
        <translation>Volver a los ajustes del lote</translation>
    </message>
    <message>
        <source>Show &amp;Results</source>
        <translation>Ver &amp;resultados</translation>
    </message>
    <message>
        <source>Open the folder of the results</source>
        <translation>Abrir la carpeta de los resultados</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Cerrar el lote</translation>
    </message>
    <message>
        <source>Stop the Batch?</source>
        <translation>¿Detener el lote?</translation>
    </message>
    <message>
        <source>Stop the batch?</source>
        <translation>¿Detener el lote?</translation>
    </message>
    <message>
        <source>Finished results stay.</source>
        <translation>Los resultados terminados se quedan.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>{count} are finished and will be skipped</source>
        <translation>{count} están terminadas y se omitirán</translation>
    </message>
    <message>
        <source>{count} are larger than is read</source>
        <translation>{count} son mayores de lo que se lee</translation>
    </message>
    <message>
        <source>{percent} % looked through</source>
        <translation>{percent} % revisado</translation>
    </message>
    <message>
        <source>about {time} on one processor, up to {memory} GB of memory for an image</source>
        <translation>unos {time} en un procesador, hasta {memory} GB de memoria por imagen</translation>
    </message>
    <message>
        <source>about {time} with {together} at once, up to {memory} GB of memory each</source>
        <translation>unos {time} con {together} a la vez, hasta {memory} GB de memoria cada una</translation>
    </message>
    <message>
        <source>{percent} % – Batch</source>
        <translation>{percent} % – Lote</translation>
    </message>
    <message>
        <source>{ended} of {total}</source>
        <translation>{ended} de {total}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Paused; what was begun is finished</source>
        <translation>En pausa; lo empezado se termina</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} con fallo</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>{count} por segundo</translation>
    </message>
    <message>
        <source>{seconds} s an image</source>
        <translation>{seconds} s por imagen</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} hechas</translation>
    </message>
    <message>
        <source>({count} replaced older results)</source>
        <translation>({count} sustituyeron resultados anteriores)</translation>
    </message>
    <message>
        <source>{count} skipped, finished before</source>
        <translation>{count} omitidas, ya terminadas</translation>
    </message>
    <message>
        <source>({count} of them somebody’s work)</source>
        <translation>({count} de ellas, trabajo de alguien)</translation>
    </message>
    <message>
        <source>{count} not done</source>
        <translation>{count} sin hacer</translation>
    </message>
    <message>
        <source>{counts}, in {time}.</source>
        <translation>{counts}, en {time}.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Una imagen</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} imágenes</translation>
    </message>
    <message>
        <source>one is finished and will be skipped</source>
        <translation>una está terminada y se omitirá</translation>
    </message>
    <message>
        <source>one is larger than is read</source>
        <translation>una es mayor de lo que se lee</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>Where the images are</source>
        <translation>Dónde están las imágenes</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>Elegir la carpeta de las imágenes</translation>
    </message>
    <message>
        <source>I&amp;mages</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>Which files, such as *.tif, *.png; all images if nothing is said</source>
        <translation>Qué archivos, como *.tif, *.png; todas las imágenes si no se dice nada</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Todas las imágenes</translation>
    </message>
    <message>
        <source>Folders &amp;inside as well</source>
        <translation>También las &amp;subcarpetas</translation>
    </message>
    <message>
        <source>Look into the folders inside, too</source>
        <translation>Buscar también en las carpetas interiores</translation>
    </message>
    <message>
        <source>Of the open image</source>
        <translation>De la imagen abierta</translation>
    </message>
    <message>
        <source>&amp;Parameters</source>
        <translation>&amp;Parámetros</translation>
    </message>
    <message>
        <source>The parameters for all images</source>
        <translation>Los parámetros para todas las imágenes</translation>
    </message>
    <message>
        <source>Open a preset</source>
        <translation>Abrir un preajuste</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Resultados</translation>
    </message>
    <message>
        <source>The folder for the results</source>
        <translation>La carpeta de los resultados</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Elegir la carpeta de los resultados</translation>
    </message>
    <message>
        <source>How results are called; filled in are {fields}</source>
        <translation>Cómo se llaman los resultados; se rellenan {fields}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>Is always written: it tells that a result is finished.</source>
        <translation>Se escribe siempre: indica que un resultado está terminado.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Which files are written of each image</source>
        <translation>Qué archivos se escriben de cada imagen</translation>
    </message>
    <message>
        <source>Same numbers in &amp;all images</source>
        <translation>Los mismos números en &amp;todas</translation>
    </message>
    <message>
        <source>Label numbers follow those of the first image: for time series and images of one scene.</source>
        <translation>Los números siguen a los de la primera imagen: para series e imágenes de una misma escena.</translation>
    </message>
    <message>
        <source>Do finished ones a&amp;gain</source>
        <translation>Repetir las ter&amp;minadas</translation>
    </message>
    <message>
        <source>Do images again whose results are there.</source>
        <translation>Volver a hacer las imágenes que ya tienen resultados.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Images at once</source>
        <translation>Imágenes a la vez</translation>
    </message>
    <message>
        <source>How many images are worked on at once; automatic: as processors and memory allow.</source>
        <translation>Cuántas imágenes se procesan a la vez; automático: lo que permitan procesadores y memoria.</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>Dirección del planificador</translation>
    </message>
    <message>
        <source>Where the scheduler of a Dask cluster answers; its workers see both folders.</source>
        <translation>Dónde responde el planificador de un clúster Dask; sus procesos ven ambas carpetas.</translation>
    </message>
    <message>
        <source>&amp;Work on</source>
        <translation>&amp;Ejecutar en</translation>
    </message>
    <message>
        <source>Who does the work</source>
        <translation>Quién hace el trabajo</translation>
    </message>
    <message>
        <source>Choose the folder of the images.</source>
        <translation>Elija la carpeta de las imágenes.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Elija una carpeta para los resultados.</translation>
    </message>
    <message>
        <source>Say where the scheduler of the cluster answers.</source>
        <translation>Indique dónde responde el planificador del clúster.</translation>
    </message>
    <message>
        <source>Open a Preset</source>
        <translation>Abrir un preajuste</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name}, página {page}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Images of the batch</source>
        <translation>Imágenes del lote</translation>
    </message>
    <message>
        <source>A double click or Return opens an image in the window.</source>
        <translation>Un doble clic o Intro abre una imagen en la ventana.</translation>
    </message>
    <message>
        <source>&amp;Open Image</source>
        <translation>&amp;Abrir imagen</translation>
    </message>
    <message>
        <source>Show &amp;Results</source>
        <translation>Ver &amp;resultados</translation>
    </message>
    <message>
        <source>&amp;Copy Reason</source>
        <translation>&amp;Copiar el motivo</translation>
    </message>
</context>
<context>
    <name>BoundaryLayer</name>
    <message>
        <source>This boundary is there with {count} segments or more.</source>
        <translation>Esta frontera existe con {count} segmentos o más.</translation>
    </message>
</context>
<context>
    <name>Brush</name>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Arrow keys move a crosshair, Return clicks there, Ctrl and arrow keys move the image.</source>
        <translation>Las flechas mueven una cruz, Intro hace clic en ella, Ctrl y las flechas mueven la imagen.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Found out: the rarer side.</source>
        <translation>Se averigua: el lado menos frecuente.</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Objects are brighter than the ground.</source>
        <translation>Los objetos son más claros que el fondo.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Objects are darker than the ground.</source>
        <translation>Los objetos son más oscuros que el fondo.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Objects at the border of the image are kept.</source>
        <translation>Los objetos del borde de la imagen se conservan.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Objects at the border of the image become ground.</source>
        <translation>Los objetos del borde de la imagen pasan al fondo.</translation>
    </message>
    <message>
        <source>Objects where many small ones lie on a ground, else the tree.</source>
        <translation>Objetos donde hay muchos pequeños sobre un fondo; si no, el árbol.</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Regions merged along the eigenvectors&apos; weakest boundaries.</source>
        <translation>Regiones unidas por las fronteras más débiles de los vectores propios.</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-medias</translation>
    </message>
    <message>
        <source>Clusters of the eigenvectors, the classic.</source>
        <translation>Grupos de los vectores propios, el clásico.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Clusters of the colours alone, to compare with.</source>
        <translation>Grupos solo de los colores, para comparar.</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Many small objects on a ground, such as cells.</source>
        <translation>Muchos objetos pequeños sobre un fondo, como células.</translation>
    </message>
    <message>
        <source>Segments (k)</source>
        <translation>Segmentos (k)</translation>
    </message>
    <message>
        <source>Merge threshold</source>
        <translation>Umbral de unión</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>Según haga falta</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>How far outlines may run beside the edges of pixels; 0 is exact</source>
        <translation>Cuánto pueden apartarse los contornos de los bordes de los píxeles; 0 es exacto</translation>
    </message>
    <message>
        <source>On the o&amp;verlay</source>
        <translation>En la &amp;superposición</translation>
    </message>
    <message>
        <source>What is written on every segment of the overlay</source>
        <translation>Qué se escribe en cada segmento de la superposición</translation>
    </message>
    <message>
        <source>Label &amp;TIFF</source>
        <translation>&amp;TIFF de etiquetas</translation>
    </message>
    <message>
        <source>How many bits a number has in a label TIFF</source>
        <translation>Cuántos bits tiene un número en un TIFF de etiquetas</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>&amp;Contornos</translation>
    </message>
</context>
<context>
    <name>ClassBrush</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Aún no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>There are no classes yet: Edit &gt; Class &gt; New Class makes one.</source>
        <translation>Aún no hay clases: Edición &gt; Clase &gt; Nueva clase crea una.</translation>
    </message>
    <message>
        <source>Choose what the brush gives first: press the key of a class, 1 to 9.</source>
        <translation>Elija primero qué da el pincel: pulse la tecla de una clase, de 1 a 9.</translation>
    </message>
</context>
<context>
    <name>ClassKeys</name>
    <message>
        <source>No class has the key {key}: Edit &gt; Class makes classes.</source>
        <translation>Ninguna clase tiene la tecla {key}: Edición &gt; Clase hace clases.</translation>
    </message>
    <message>
        <source>New segments that are painted have no class.</source>
        <translation>Los segmentos que se pinten no tendrán clase.</translation>
    </message>
    <message>
        <source>New segments that are painted are of the class “{name}”.</source>
        <translation>Los segmentos que se pinten serán de la clase «{name}».</translation>
    </message>
    <message>
        <source>The brush gives the class “{name}”.</source>
        <translation>El pincel da la clase «{name}».</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Sin clase</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Of the image</source>
        <translation>De la imagen</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Click to show only this class, double-click to select all its segments. Drag it to a segment to give it the class, or rows of the table here.</source>
        <translation>Clic: solo esta clase; doble clic: seleccionar todos sus segmentos. Arrástrela sobre un segmento para darle la clase, o arrastre aquí filas de la tabla.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
</context>
<context>
    <name>ClassMenu</name>
    <message>
        <source>&amp;Class</source>
        <translation>Cl&amp;ase</translation>
    </message>
    <message>
        <source>No Class</source>
        <translation>Sin clase</translation>
    </message>
    <message>
        <source>&amp;New Class…</source>
        <translation>&amp;Nueva clase…</translation>
    </message>
    <message>
        <source>Select Segments &amp;Without a Class</source>
        <translation>Seleccionar segmentos &amp;sin clase</translation>
    </message>
    <message>
        <source>Select Its Segments</source>
        <translation>Seleccionar sus segmentos</translation>
    </message>
    <message>
        <source>For Painted Segments</source>
        <translation>Para los segmentos pintados</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Color…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Key of class</source>
        <translation>Tecla de la clase</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Quitar clase</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>New Class</source>
        <translation>Nueva clase</translation>
    </message>
    <message>
        <source>Name of the class:</source>
        <translation>Nombre de la clase:</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Nueva clase</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Cambiar nombre de clase</translation>
    </message>
    <message>
        <source>Colour of the Class</source>
        <translation>Color de la clase</translation>
    </message>
    <message>
        <source>Colour class</source>
        <translation>Colorear clase</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Todavía no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>There are more labels than an image in the clipboard holds; export them.</source>
        <translation>Hay más etiquetas de las que caben en una imagen del portapapeles; expórtelas.</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Export Under Way</source>
        <translation>Exportación en curso</translation>
    </message>
    <message>
        <source>Files are still to be written.</source>
        <translation>Aún quedan archivos por escribir.</translation>
    </message>
    <message>
        <source>The program can be left as soon as the export is finished.</source>
        <translation>Se podrá salir en cuanto termine la exportación.</translation>
    </message>
    <message>
        <source>&amp;Wait, Then Quit</source>
        <translation>&amp;Esperar y salir</translation>
    </message>
    <message>
        <source>&amp;Quit Without Exporting</source>
        <translation>&amp;Salir sin exportar</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>&amp;Compare With…</source>
        <translation>&amp;Comparar con…</translation>
    </message>
    <message>
        <source>Choose a file with another segmentation of the image</source>
        <translation>Elegir un archivo con otra segmentación de la imagen</translation>
    </message>
    <message>
        <source>Draw &amp;differences</source>
        <translation>Dibujar las &amp;diferencias</translation>
    </message>
    <message>
        <source>Red: only the segment here has it. Blue: only that of the file has it. Violet: both, differently.</source>
        <translation>Rojo: solo lo tiene el segmento de aquí. Azul: solo el del archivo. Violeta: los dos, de forma distinta.</translation>
    </message>
    <message>
        <source>Segments, the least alike first</source>
        <translation>Segmentos, los menos parecidos primero</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmento</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Compare With</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentaciones</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Beside another segmentation of the image: which segments are alike?</source>
        <translation>Junto a otra segmentación de la imagen: ¿qué segmentos se parecen?</translation>
    </message>
    <message>
        <source>“{name}”: covering {covering}, variation of information {information} bits, F1 {f1}</source>
        <translation>«{name}»: cobertura {covering}, variación de información {information} bits, F1 {f1}</translation>
    </message>
</context>
<context>
    <name>ContrastDialog</name>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>All channels &amp;together</source>
        <translation>&amp;Todos los canales juntos</translation>
    </message>
    <message>
        <source>&amp;Show this channel</source>
        <translation>&amp;Mostrar este canal</translation>
    </message>
    <message>
        <source>C&amp;olour…</source>
        <translation>C&amp;olor…</translation>
    </message>
    <message>
        <source>M&amp;inimum</source>
        <translation>Mí&amp;nimo</translation>
    </message>
    <message>
        <source>M&amp;aximum</source>
        <translation>Má&amp;ximo</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>&amp;Gamma</translation>
    </message>
    <message>
        <source>A&amp;uto</source>
        <translation>A&amp;uto</translation>
    </message>
    <message>
        <source>Stretch the values that are there</source>
        <translation>Extender los valores que hay</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>Show the image as it was opened</source>
        <translation>Mostrar la imagen como se abrió</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <source>Colour of the Channel</source>
        <translation>Color del canal</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Line between the image and what lies over it</source>
        <translation>Línea entre la imagen y lo que la cubre</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
</context>
<context>
    <name>Diameters</name>
    <message>
        <source>smallest: {length}</source>
        <translation>mínimo: {length}</translation>
    </message>
    <message>
        <source>largest: {length}</source>
        <translation>máximo: {length}</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>A class needs a name.</source>
        <translation>Una clase necesita un nombre.</translation>
    </message>
    <message>
        <source>All of this belongs to segments that are locked or were edited.</source>
        <translation>Todo esto es de segmentos bloqueados o editados.</translation>
    </message>
    <message>
        <source>Nothing is selected there.</source>
        <translation>Ahí no hay nada seleccionado.</translation>
    </message>
    <message>
        <source>Nothing to absorb into: the selection has no unlocked neighbour.</source>
        <translation>No hay a quién entregarla: la selección no tiene vecinos sin bloquear.</translation>
    </message>
    <message>
        <source>Nothing to fill: the selection has no holes.</source>
        <translation>Nada que rellenar: la selección no tiene huecos.</translation>
    </message>
    <message>
        <source>Nothing to split: the selection is in one piece already.</source>
        <translation>Nada que separar: la selección ya es de un solo trozo.</translation>
    </message>
    <message>
        <source>Select a segment first: click it in the image or in the table.</source>
        <translation>Seleccione antes un segmento: haga clic en él en la imagen o en la tabla.</translation>
    </message>
    <message>
        <source>Select two or more segments to merge: click one, Shift-click the others.</source>
        <translation>Seleccione dos o más segmentos para unirlos: clic en uno, clic con Mayús en los demás.</translation>
    </message>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Todavía no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>There is a class {name} already.</source>
        <translation>Ya existe una clase {name}.</translation>
    </message>
    <message>
        <source>{name} cannot be split there: one of the parts would be empty.</source>
        <translation>{name} no se puede dividir ahí: una de las partes quedaría vacía.</translation>
    </message>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} está bloqueado; desbloquéelo antes.</translation>
    </message>
    <message>
        <source>An outline is moved by 1 to {most} pixels.</source>
        <translation>Un contorno se mueve de 1 a {most} píxeles.</translation>
    </message>
    <message>
        <source>Nothing to change: the outline is like that already, or held by locked segments.</source>
        <translation>Nada que cambiar: el contorno ya es así, o lo retienen segmentos bloqueados.</translation>
    </message>
    <message>
        <source>Nothing would be left of {name}.</source>
        <translation>No quedaría nada de {name}.</translation>
    </message>
</context>
<context>
    <name>EigenvectorList</name>
    <message>
        <source>Eigenvectors</source>
        <translation>Vectores propios</translation>
    </message>
</context>
<context>
    <name>EigenvectorModel</name>
    <message>
        <source>Eigenvector {number}</source>
        <translation>Vector propio {number}</translation>
    </message>
    <message>
        <source>Eigenvector {number}: eigenvalue {value}, residual {residual}.</source>
        <translation>Vector propio {number}: valor propio {value}, residuo {residual}.</translation>
    </message>
    <message>
        <source>The clustering uses it.</source>
        <translation>El agrupamiento lo usa.</translation>
    </message>
    <message>
        <source>It is left out of the clustering.</source>
        <translation>Está excluido del agrupamiento.</translation>
    </message>
</context>
<context>
    <name>EigenvectorPanel</name>
    <message>
        <source>Show Three as Colours</source>
        <translation>Ver tres como colores</translation>
    </message>
    <message>
        <source>Show three selected eigenvectors as red, green and blue.</source>
        <translation>Mostrar tres vectores propios seleccionados como rojo, verde y azul.</translation>
    </message>
    <message>
        <source>Show Segments</source>
        <translation>Ver segmentos</translation>
    </message>
    <message>
        <source>Show the segments over the image again.</source>
        <translation>Volver a mostrar los segmentos sobre la imagen.</translation>
    </message>
    <message>
        <source>Eigenvectors come with the first result.</source>
        <translation>Los vectores propios llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>The graph is too large to keep its eigenvectors; a larger Reduction shows them.</source>
        <translation>El grafo es demasiado grande para conservar sus vectores propios; una Reducción mayor los muestra.</translation>
    </message>
    <message>
        <source>Leave Out of the Clustering</source>
        <translation>Excluir del agrupamiento</translation>
    </message>
    <message>
        <source>Use in the Clustering</source>
        <translation>Usar en el agrupamiento</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected Error</source>
        <translation>Error inesperado</translation>
    </message>
    <message>
        <source>Your work is safe, and you can go on.</source>
        <translation>Su trabajo está a salvo y puede continuar.</translation>
    </message>
    <message>
        <source>Save your work before you go on; it could not be saved by itself.</source>
        <translation>Guarde su trabajo antes de continuar; no se pudo guardar solo.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Algo ha fallado que no debería.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy the details, for a report</source>
        <translation>Copiar los detalles, para un informe</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;exports&quot; is empty.</source>
        <translation>«exports» está vacío.</translation>
    </message>
    <message>
        <source>&quot;exports&quot; names a format that does not exist, {0}.</source>
        <translation>«exports» nombra un formato que no existe: {0}.</translation>
    </message>
    <message>
        <source>&quot;options&quot; has a value that does not exist.</source>
        <translation>«options» tiene un valor que no existe.</translation>
    </message>
    <message>
        <source>&quot;reference&quot; must be a table of numbers.</source>
        <translation>«reference» debe ser una tabla de números.</translation>
    </message>
    <message>
        <source>&quot;reference&quot; must have a label for every row.</source>
        <translation>«reference» debe tener una etiqueta por fila.</translation>
    </message>
    <message>
        <source>&quot;segments&quot; must be tables with labels.</source>
        <translation>«segments» deben ser tablas con etiquetas.</translation>
    </message>
    <message>
        <source>&quot;segments&quot; must have names.</source>
        <translation>«segments» deben tener nombres.</translation>
    </message>
    <message>
        <source>&quot;sha256&quot; is none.</source>
        <translation>«sha256» no lo es.</translation>
    </message>
    <message>
        <source>&quot;box&quot; must be [top, left, bottom, right], whole numbers from 0.</source>
        <translation>&quot;box&quot; debe ser [arriba, izquierda, abajo, derecha], números enteros desde 0.</translation>
    </message>
    <message>
        <source>&quot;box&quot; must not be empty.</source>
        <translation>&quot;box&quot; no debe estar vacío.</translation>
    </message>
    <message>
        <source>&quot;clicks&quot; must be a list of at most {0} clicks.</source>
        <translation>&quot;clicks&quot; debe ser una lista de {0} clics como máximo.</translation>
    </message>
    <message>
        <source>&quot;contrast&quot; has a value that no image can be shown with.</source>
        <translation>«contrast» tiene un valor con el que no se puede mostrar ninguna imagen.</translation>
    </message>
    <message>
        <source>&quot;contrast&quot; must be a list of channels.</source>
        <translation>«contrast» debe ser una lista de canales.</translation>
    </message>
    <message>
        <source>&quot;grown&quot; must be a whole number up to {0}.</source>
        <translation>&quot;grown&quot; debe ser un número entero hasta {0}.</translation>
    </message>
    <message>
        <source>&quot;images&quot; must be a list of images.</source>
        <translation>&quot;images&quot; debe ser una lista de imágenes.</translation>
    </message>
    <message>
        <source>&quot;objects&quot; must be a list of objects.</source>
        <translation>&quot;objects&quot; debe ser una lista de objetos.</translation>
    </message>
    <message>
        <source>&quot;page&quot; of {0} must count from 1.</source>
        <translation>&quot;page&quot; de {0} debe contar desde 1.</translation>
    </message>
    <message>
        <source>&quot;unsaved&quot; must be a list of entries.</source>
        <translation>«unsaved» debe ser una lista de entradas.</translation>
    </message>
    <message>
        <source>&quot;versions&quot; must be texts.</source>
        <translation>«versions» deben ser textos.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is missing.</source>
        <translation>Falta «{0}».</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is out of range.</source>
        <translation>«{0}» está fuera del intervalo permitido.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be {1}.</source>
        <translation>«{0}» debe ser {1}.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; names no file.</source>
        <translation>«{0}» no nombra ningún archivo.</translation>
    </message>
    <message>
        <source>&apos;auto&apos; or {0}</source>
        <translation>&apos;auto&apos; o {0}</translation>
    </message>
    <message>
        <source>A layer of labels must have rows and columns, and nothing else.</source>
        <translation>Una capa de etiquetas debe tener filas y columnas, y nada más.</translation>
    </message>
    <message>
        <source>A project is opened by itself, not together with other files.</source>
        <translation>Un proyecto se abre solo, no junto con otros archivos.</translation>
    </message>
    <message>
        <source>An image has rows, columns and channels; this array has the shape {0}.</source>
        <translation>Una imagen tiene filas, columnas y canales; esta matriz tiene la forma {0}.</translation>
    </message>
    <message>
        <source>An image that is no file cannot be part of a project.</source>
        <translation>Una imagen que no es un archivo no puede formar parte de un proyecto.</translation>
    </message>
    <message>
        <source>An image that is no file has no recipe.</source>
        <translation>Una imagen que no es un archivo no tiene receta.</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Nombre de archivo demasiado largo</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es una carpeta</translation>
    </message>
    <message>
        <source>Journals in {0} cannot be read: {1}.</source>
        <translation>No se pueden leer los diarios de {0}: {1}.</translation>
    </message>
    <message>
        <source>Labels that nobody knows the parameters of have no recipe.</source>
        <translation>Las etiquetas cuyos parámetros nadie conoce no tienen receta.</translation>
    </message>
    <message>
        <source>More than {0} segments cannot be saved; merge or absorb small ones first.</source>
        <translation>No se pueden guardar más de {0} segmentos; una primero los pequeños o entréguelos a sus vecinos.</translation>
    </message>
    <message>
        <source>No journal can be kept in {0}: {1}.</source>
        <translation>No se puede llevar un diario en {0}: {1}.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>No queda espacio en el disco</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>No existe el archivo o la carpeta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>No es una carpeta</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permiso denegado</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>El sistema de archivos es de solo lectura</translation>
    </message>
    <message>
        <source>Samples of type {0} are not numbers that an image can have.</source>
        <translation>Los valores de tipo {0} no son números que una imagen pueda tener.</translation>
    </message>
    <message>
        <source>The image of this recipe, {0}, is missing.</source>
        <translation>Falta la imagen de esta receta, {0}.</translation>
    </message>
    <message>
        <source>The labels in the project are damaged.</source>
        <translation>Las etiquetas del proyecto están dañadas.</translation>
    </message>
    <message>
        <source>The labels in the project are not those of its segments.</source>
        <translation>Las etiquetas del proyecto no son las de sus segmentos.</translation>
    </message>
    <message>
        <source>The pasted image cannot be kept in {0}: {1}.</source>
        <translation>La imagen pegada no se puede guardar en {0}: {1}.</translation>
    </message>
    <message>
        <source>The project holds labels of more than {0} pixels.</source>
        <translation>El proyecto contiene etiquetas de más de {0} píxeles.</translation>
    </message>
    <message>
        <source>The segments are of {0} pixels, the image is of {1}.</source>
        <translation>Los segmentos son de {0} píxeles y la imagen es de {1}.</translation>
    </message>
    <message>
        <source>There are more segments than a project can hold; divide the images among several.</source>
        <translation>Hay más segmentos de los que caben en un proyecto; reparta las imágenes entre varios.</translation>
    </message>
    <message>
        <source>There are no images in “{0}”.</source>
        <translation>No hay imágenes en «{0}».</translation>
    </message>
    <message>
        <source>There is nothing to export yet; segments come with the first result.</source>
        <translation>Todavía no hay nada que exportar; los segmentos llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>a click must be [row, column, true or false], whole numbers from 0.</source>
        <translation>un clic debe ser [fila, columna, true o false], números enteros desde 0.</translation>
    </message>
    <message>
        <source>a colour must be written as #ff8000.</source>
        <translation>un color debe escribirse como #ff8000.</translation>
    </message>
    <message>
        <source>a number from {0} to {1}</source>
        <translation>un número de {0} a {1}</translation>
    </message>
    <message>
        <source>a pixel must have a size.</source>
        <translation>un píxel debe tener un tamaño.</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>un número entero de {0} a {1}</translation>
    </message>
    <message>
        <source>an image is in it twice.</source>
        <translation>una imagen figura dos veces.</translation>
    </message>
    <message>
        <source>belongs in the section [{0}]</source>
        <translation>pertenece a la sección [{0}]</translation>
    </message>
    <message>
        <source>cannot be opened: {0}</source>
        <translation>no se puede abrir: {0}</translation>
    </message>
    <message>
        <source>class {0}: {1}</source>
        <translation>clase {0}: {1}</translation>
    </message>
    <message>
        <source>classes must be a list.</source>
        <translation>las clases deben ser una lista.</translation>
    </message>
    <message>
        <source>classes must have numbers and keys of their own.</source>
        <translation>las clases deben tener números y teclas propios.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>does not exist; did you mean {0}?</source>
        <translation>no existe; ¿quería decir {0}?</translation>
    </message>
    <message>
        <source>does not exist{0}</source>
        <translation>no existe{0}</translation>
    </message>
    <message>
        <source>does not say how large its image is; name the image as well</source>
        <translation>no dice el tamaño de su imagen; indique también la imagen</translation>
    </message>
    <message>
        <source>each of &quot;images&quot; must say its &quot;image&quot;.</source>
        <translation>cada entrada de &quot;images&quot; debe indicar su &quot;image&quot;.</translation>
    </message>
    <message>
        <source>has CIELAB colours as {0}, which are not read</source>
        <translation>tiene colores CIELAB como {0}, que no se leen</translation>
    </message>
    <message>
        <source>has CMYK colours as {0}, which are not read</source>
        <translation>tiene colores CMYK como {0}, que no se leen</translation>
    </message>
    <message>
        <source>has colours of a kind ({0}) that is not read</source>
        <translation>tiene colores de un tipo ({0}) que no se lee</translation>
    </message>
    <message>
        <source>has more than the {0} objects that are read</source>
        <translation>tiene más de los {0} objetos que se leen</translation>
    </message>
    <message>
        <source>has more than the {0} regions that are read</source>
        <translation>tiene más de las {0} regiones que se leen</translation>
    </message>
    <message>
        <source>has more than {0} pages, which is more than is read</source>
        <translation>tiene más de {0} páginas, más de las que se leen</translation>
    </message>
    <message>
        <source>has no pages</source>
        <translation>no tiene páginas</translation>
    </message>
    <message>
        <source>has no pixels</source>
        <translation>no tiene píxeles</translation>
    </message>
    <message>
        <source>has one page, counted from 0, and no page {0}</source>
        <translation>tiene una página, contada desde 0, y ninguna página {0}</translation>
    </message>
    <message>
        <source>has outlines that are longer than can be read</source>
        <translation>tiene contornos más largos de lo que se puede leer</translation>
    </message>
    <message>
        <source>has samples of a type{0} that is not read</source>
        <translation>tiene valores de un tipo{0} que no se lee</translation>
    </message>
    <message>
        <source>has {0} channels, more than the {1} that are read</source>
        <translation>tiene {0} canales, más de los {1} que se leen</translation>
    </message>
    <message>
        <source>has {0} × {1} pixels, more than the {2} that are read</source>
        <translation>tiene {0} × {1} píxeles, más de los {2} que se leen</translation>
    </message>
    <message>
        <source>has {0}, counted from 0, and no page {1}</source>
        <translation>tiene {0}, contadas desde 0, y ninguna página {1}</translation>
    </message>
    <message>
        <source>holds more than the {0} MB that are read</source>
        <translation>contiene más de los {0} MB que se leen</translation>
    </message>
    <message>
        <source>holds more than the {0} numbers that are read</source>
        <translation>contiene más de los {0} números que se leen</translation>
    </message>
    <message>
        <source>holds no regions of interest</source>
        <translation>no contiene regiones de interés</translation>
    </message>
    <message>
        <source>holds numbers that no label can have</source>
        <translation>contiene números que ninguna etiqueta puede tener</translation>
    </message>
    <message>
        <source>is JSON, but no segmentation of a kind that is read</source>
        <translation>es JSON, pero no una segmentación de un tipo que se lea</translation>
    </message>
    <message>
        <source>is a JPEG 2000 image of {0} channels, more than the 4 that are read</source>
        <translation>es una imagen JPEG 2000 de {0} canales, más de los 4 que se leen</translation>
    </message>
    <message>
        <source>is a JPEG XL image of {0} channels, more than the 4 that are read</source>
        <translation>es una imagen JPEG XL de {0} canales, más de los 4 que se leen</translation>
    </message>
    <message>
        <source>is a JPEG XL image with a preview, which is not read</source>
        <translation>es una imagen JPEG XL con vista previa, que no se lee</translation>
    </message>
    <message>
        <source>is a JPEG of more than {0} scans, which would take too long to read</source>
        <translation>es un JPEG de más de {0} pasadas; leerlo llevaría demasiado tiempo</translation>
    </message>
    <message>
        <source>is compressed in a way ({0}) that is not read</source>
        <translation>está comprimida de un modo ({0}) que no se lee</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>está incompleta</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>está dañada</translation>
    </message>
    <message>
        <source>is damaged or cut short</source>
        <translation>está dañada o incompleta</translation>
    </message>
    <message>
        <source>is damaged, or no JSON</source>
        <translation>está dañado o no es JSON</translation>
    </message>
    <message>
        <source>is damaged: &quot;{0}&quot; is missing or not what it must be</source>
        <translation>está dañado: «{0}» falta o no es lo que debe ser</translation>
    </message>
    <message>
        <source>is damaged: a mask has runs that are none</source>
        <translation>está dañado: una máscara tiene tramos que no lo son</translation>
    </message>
    <message>
        <source>is damaged: a mask is larger than its image</source>
        <translation>está dañado: una máscara es mayor que su imagen</translation>
    </message>
    <message>
        <source>is damaged: a mask is no PNG</source>
        <translation>está dañado: una máscara no es PNG</translation>
    </message>
    <message>
        <source>is damaged: a mask is not of the size of its image</source>
        <translation>está dañado: una máscara no tiene el tamaño de su imagen</translation>
    </message>
    <message>
        <source>is damaged: a polygon has no coordinates</source>
        <translation>está dañado: un polígono no tiene coordenadas</translation>
    </message>
    <message>
        <source>is damaged: an outline has corners that are none</source>
        <translation>está dañado: un contorno tiene vértices que no lo son</translation>
    </message>
    <message>
        <source>is damaged: it has a region that is none</source>
        <translation>está dañado: tiene una región que no lo es</translation>
    </message>
    <message>
        <source>is damaged: it has no size that an image can have</source>
        <translation>está dañado: no tiene un tamaño que una imagen pueda tener</translation>
    </message>
    <message>
        <source>is damaged: its header makes no sense</source>
        <translation>está dañada: su cabecera no tiene sentido</translation>
    </message>
    <message>
        <source>is damaged: its palette lacks colours</source>
        <translation>está dañada: faltan colores en su paleta</translation>
    </message>
    <message>
        <source>is damaged: parts of its pixels are missing</source>
        <translation>está dañada: falta una parte de sus píxeles</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>is larger than the {0} GB that are read</source>
        <translation>supera los {0} GB que se leen</translation>
    </message>
    <message>
        <source>is larger than the {0} MB of JSON that are read</source>
        <translation>supera los {0} MB de JSON que se leen</translation>
    </message>
    <message>
        <source>is no array of one number a pixel</source>
        <translation>no es una matriz con un número por píxel</translation>
    </message>
    <message>
        <source>is no image of one number a pixel</source>
        <translation>no es una imagen con un número por píxel</translation>
    </message>
    <message>
        <source>is not TOML: {0}</source>
        <translation>no es TOML: {0}</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>is not a known name; did you mean {0}?</source>
        <translation>no es un nombre conocido; ¿quería decir {0}?</translation>
    </message>
    <message>
        <source>is not a known name{0}</source>
        <translation>no es un nombre conocido{0}</translation>
    </message>
    <message>
        <source>is not a segmentation of a kind that is read</source>
        <translation>no es una segmentación de un tipo que se lea</translation>
    </message>
    <message>
        <source>is not an image of a kind that is read</source>
        <translation>no es una imagen de un tipo que se lea</translation>
    </message>
    <message>
        <source>is of an image of more than the {0} pixels that are read where it is not named</source>
        <translation>es de una imagen de más de los {0} píxeles que se leen cuando no se indica</translation>
    </message>
    <message>
        <source>is of an image of {0} pixels, and this one is of {1}</source>
        <translation>es de una imagen de {0} píxeles, y esta es de {1}</translation>
    </message>
    <message>
        <source>it does not say &quot;format&quot;: &quot;{0}&quot;.</source>
        <translation>no dice &quot;format&quot;: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>it has clicks outside an image.</source>
        <translation>tiene clics fuera de una imagen.</translation>
    </message>
    <message>
        <source>it has more than {0} images.</source>
        <translation>tiene más de {0} imágenes.</translation>
    </message>
    <message>
        <source>it has segments without labels.</source>
        <translation>tiene segmentos sin etiquetas.</translation>
    </message>
    <message>
        <source>it has two segments of one number.</source>
        <translation>tiene dos segmentos con el mismo número.</translation>
    </message>
    <message>
        <source>it is damaged, cut short, or no project.</source>
        <translation>está dañado, incompleto o no es un proyecto.</translation>
    </message>
    <message>
        <source>it is larger than a project can be.</source>
        <translation>es mayor de lo que puede ser un proyecto.</translation>
    </message>
    <message>
        <source>it is no project.</source>
        <translation>no es un proyecto.</translation>
    </message>
    <message>
        <source>it is not JSON ({0}).</source>
        <translation>no es JSON ({0}).</translation>
    </message>
    <message>
        <source>it must have either &quot;objects&quot; or &quot;images&quot;.</source>
        <translation>debe tener &quot;objects&quot; o bien &quot;images&quot;.</translation>
    </message>
    <message>
        <source>it was saved by a newer Segmenter, {0}.</source>
        <translation>lo guardó un Segmenter más nuevo, {0}.</translation>
    </message>
    <message>
        <source>its labels are of a kind or size that is not read.</source>
        <translation>sus etiquetas son de un tipo o tamaño que no se lee.</translation>
    </message>
    <message>
        <source>its version is not {0}, the only one this program knows.</source>
        <translation>su versión no es {0}, la única que conoce este programa.</translation>
    </message>
    <message>
        <source>labels are missing in it.</source>
        <translation>le faltan etiquetas.</translation>
    </message>
    <message>
        <source>may not be read: permission is denied</source>
        <translation>no se puede leer: permiso denegado</translation>
    </message>
    <message>
        <source>must be a table of groups</source>
        <translation>debe ser una tabla de grupos</translation>
    </message>
    <message>
        <source>must be a table of parameters</source>
        <translation>debe ser una tabla de parámetros</translation>
    </message>
    <message>
        <source>must be at most {0}, the number of eigenvectors; lower k or solve more of them</source>
        <translation>debe ser como máximo {0}, el número de vectores propios; reduzca k o calcule más</translation>
    </message>
    <message>
        <source>must be {0}</source>
        <translation>debe ser {0}</translation>
    </message>
    <message>
        <source>no scheduler answers at {0}.</source>
        <translation>ningún planificador responde en {0}.</translation>
    </message>
    <message>
        <source>numbers from 2 to 64 with spaces between</source>
        <translation>números de 2 a 64 separados por espacios</translation>
    </message>
    <message>
        <source>object {0} is no table.</source>
        <translation>el objeto {0} no es una tabla.</translation>
    </message>
    <message>
        <source>object {0}: &quot;name&quot; and &quot;class&quot; must be short texts.</source>
        <translation>objeto {0}: &quot;name&quot; y &quot;class&quot; deben ser textos cortos.</translation>
    </message>
    <message>
        <source>object {0}: {1}</source>
        <translation>objeto {0}: {1}</translation>
    </message>
    <message>
        <source>page {0} does not exist, pages count from 1.</source>
        <translation>la página {0} no existe; las páginas se cuentan desde 1.</translation>
    </message>
    <message>
        <source>results would lie among the images of {0}; choose another folder for them.</source>
        <translation>los resultados quedarían entre las imágenes de {0}; elija otra carpeta.</translation>
    </message>
    <message>
        <source>speaks of no image</source>
        <translation>no habla de ninguna imagen</translation>
    </message>
    <message>
        <source>speaks of {0} images, and none of them is called {1}</source>
        <translation>habla de {0} imágenes, y ninguna se llama {1}</translation>
    </message>
    <message>
        <source>speaks of {0} images; name the one that is meant</source>
        <translation>habla de {0} imágenes; indique cuál</translation>
    </message>
    <message>
        <source>the folder {0} could not be made: {1}.</source>
        <translation>no se pudo crear la carpeta {0}: {1}.</translation>
    </message>
    <message>
        <source>the results would lie among the images of {0}; choose another folder for them.</source>
        <translation>los resultados quedarían entre las imágenes de {0}; elija otra carpeta para ellos.</translation>
    </message>
    <message>
        <source>the scheduler at {0} does not answer any more.</source>
        <translation>el planificador de {0} ya no responde.</translation>
    </message>
    <message>
        <source>the template has a brace that belongs to no field.</source>
        <translation>la plantilla tiene una llave que no pertenece a ningún campo.</translation>
    </message>
    <message>
        <source>the template has a field {{{0}}} that does not exist; there are {1}.</source>
        <translation>la plantilla tiene un campo {{{0}}} que no existe; existen {1}.</translation>
    </message>
    <message>
        <source>the template must end in a name.</source>
        <translation>la plantilla debe acabar en un nombre.</translation>
    </message>
    <message>
        <source>the template must stay inside the folder of results.</source>
        <translation>la plantilla debe quedarse dentro de la carpeta de resultados.</translation>
    </message>
    <message>
        <source>there are more than {0} objects.</source>
        <translation>hay más de {0} objetos.</translation>
    </message>
    <message>
        <source>there must be a click on the object, or a box.</source>
        <translation>debe haber un clic en el objeto, o un recuadro.</translation>
    </message>
    <message>
        <source>would take {0} GB of memory, which is more than is read</source>
        <translation>ocuparía {0} GB de memoria, más de lo que se lee</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} = {1} (line {2}): {3}</source>
        <translation>{0} = {1} (línea {2}): {3}</translation>
    </message>
    <message>
        <source>{0} = {1}: {2}</source>
        <translation>{0} = {1}: {2}</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0} no se puede abrir: {1}</translation>
    </message>
    <message>
        <source>{0} channels are more than the {1} that are read.</source>
        <translation>{0} canales son más de los {1} que se leen.</translation>
    </message>
    <message>
        <source>{0} could not be read as a label image: {1}.</source>
        <translation>{0} no se pudo leer como imagen de etiquetas: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} no se pudo leer: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>{0} no se pudo escribir: {1}.</translation>
    </message>
    <message>
        <source>{0} has changed since this recipe was made (its SHA-256 differs).</source>
        <translation>{0} ha cambiado desde que se hizo esta receta (su SHA-256 es otra).</translation>
    </message>
    <message>
        <source>{0} has no page {1}: its last is {2}.</source>
        <translation>{0} no tiene página {1}: la última es {2}.</translation>
    </message>
    <message>
        <source>{0} has no {1}{2}.</source>
        <translation>{0} no tiene {1}{2}.</translation>
    </message>
    <message>
        <source>{0} holds numbers that no label can have.</source>
        <translation>{0} contiene números que ninguna etiqueta puede tener.</translation>
    </message>
    <message>
        <source>{0} is an open image, which is never overwritten; choose another folder or name.</source>
        <translation>{0} es una imagen abierta y nunca se sobrescribe; elija otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1} cannot be made of it.</source>
        <translation>{0} está dañado; no se puede hacer {1} con él.</translation>
    </message>
    <message>
        <source>{0} is missing, and so is any copy of it.</source>
        <translation>Falta {0}, y también cualquier copia.</translation>
    </message>
    <message>
        <source>{0} is no label image: its pixels are not single whole numbers.</source>
        <translation>{0} no es una imagen de etiquetas: sus píxeles no son números enteros.</translation>
    </message>
    <message>
        <source>{0} is no recipe that can be repeated: {1}</source>
        <translation>{0} no es una receta que se pueda repetir: {1}</translation>
    </message>
    <message>
        <source>{0} is no recipe: it is not text.</source>
        <translation>{0} no es una receta: no es texto.</translation>
    </message>
    <message>
        <source>{0} is not a preset.</source>
        <translation>{0} no es un preajuste.</translation>
    </message>
    <message>
        <source>{0} is there already, and is no log of a batch; choose another folder.</source>
        <translation>{0} ya existe y no es el registro de un lote; elija otra carpeta.</translation>
    </message>
    <message>
        <source>{0} is there already, and is not of this program; choose another folder.</source>
        <translation>{0} ya existe y no es de este programa; elija otra carpeta.</translation>
    </message>
    <message>
        <source>{0} needs more memory than there is.</source>
        <translation>{0} necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>{0}, itself an image, would be overwritten; choose another folder for the results.</source>
        <translation>{0}, que también es una imagen, se sobrescribiría; elija otra carpeta para los resultados.</translation>
    </message>
    <message>
        <source>“{0}” is of a kind that is not read.</source>
        <translation>«{0}» es de un tipo que no se lee.</translation>
    </message>
    <message>
        <source>“{0}” needs more memory than there is.</source>
        <translation>«{0}» necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>“{0}” {1}.</source>
        <translation>«{0}» {1}.</translation>
    </message>
    <message>
        <source>{0}, itself an image, would be overwritten; choose another folder.</source>
        <translation>{0}, que también es una imagen, se sobrescribiría; elija otra carpeta.</translation>
    </message>
    <message>
        <source>1 chosen colour went with the segment that had it.</source>
        <translation>1 color elegido se fue con el segmento que lo tenía.</translation>
    </message>
    <message>
        <source>1 object had no pixel of its own.</source>
        <translation>1 objeto no tenía ningún píxel propio.</translation>
    </message>
    <message>
        <source>1 pixel belonged to several objects; the last one has it.</source>
        <translation>1 píxel pertenecía a varios objetos; lo tiene el último.</translation>
    </message>
    <message>
        <source>1 pixel that is not a finite number was left out.</source>
        <translation>Se omitió 1 píxel que no es un número finito.</translation>
    </message>
    <message>
        <source>CMYK inks were converted to RGB without a profile: colours are approximate.</source>
        <translation>Las tintas CMYK se convirtieron a RGB sin perfil: los colores son aproximados.</translation>
    </message>
    <message>
        <source>Colours were converted from the profile in the file to sRGB.</source>
        <translation>Los colores se convirtieron del perfil del archivo a sRGB.</translation>
    </message>
    <message>
        <source>Labels above {0} were numbered anew, in their order.</source>
        <translation>Las etiquetas por encima de {0} se numeraron de nuevo, en su orden.</translation>
    </message>
    <message>
        <source>Labels: {0} instead of {1}, {2}.</source>
        <translation>Etiquetas: {0} en vez de {1}, {2}.</translation>
    </message>
    <message>
        <source>No objects were found.</source>
        <translation>No se encontraron objetos.</translation>
    </message>
    <message>
        <source>Parts of this image are empty in the file; they are read as one plain colour.</source>
        <translation>Partes de esta imagen están vacías en el archivo; se leen como un color liso.</translation>
    </message>
    <message>
        <source>The colour profile in the file could not be used.</source>
        <translation>No se pudo usar el perfil de color del archivo.</translation>
    </message>
    <message>
        <source>The colour profile was not applied: only 8-bit images are converted to sRGB.</source>
        <translation>No se aplicó el perfil de color: solo las imágenes de 8 bits se convierten a sRGB.</translation>
    </message>
    <message>
        <source>The eigenvectors did not converge: residuals up to {0}.</source>
        <translation>Los vectores propios no convergieron: residuos de hasta {0}.</translation>
    </message>
    <message>
        <source>The labels are not those that are computed here.</source>
        <translation>Las etiquetas no son las que se calculan aquí.</translation>
    </message>
    <message>
        <source>The labels differ from those of the recipe.</source>
        <translation>Las etiquetas difieren de las de la receta.</translation>
    </message>
    <message>
        <source>This 16-bit CIELAB image was read with 8 bits a channel.</source>
        <translation>Esta imagen CIELAB de 16 bits se leyó con 8 bits por canal.</translation>
    </message>
    <message>
        <source>as many as there are eigenvectors ({0})</source>
        <translation>tantas como vectores propios hay ({0})</translation>
    </message>
    <message>
        <source>small regions were absorbed</source>
        <translation>se absorbieron regiones pequeñas</translation>
    </message>
    <message>
        <source>the image has no more to tell apart</source>
        <translation>la imagen no tiene más que distinguir</translation>
    </message>
    <message>
        <source>{0} chosen colours went with the segments that had them.</source>
        <translation>{0} colores elegidos se fueron con los segmentos que los tenían.</translation>
    </message>
    <message>
        <source>{0} objects had no pixel of their own.</source>
        <translation>{0} objetos no tenían ningún píxel propio.</translation>
    </message>
    <message>
        <source>{0} pixels belonged to several objects; the last one has them.</source>
        <translation>{0} píxeles pertenecían a varios objetos; los tiene el último.</translation>
    </message>
    <message>
        <source>{0} pixels that are not finite numbers were left out.</source>
        <translation>Se omitieron {0} píxeles que no son números finitos.</translation>
    </message>
    <message>
        <source>files were missing</source>
        <translation>faltaban archivos</translation>
    </message>
    <message>
        <source>files were written in another way</source>
        <translation>los archivos se escribieron de otra manera</translation>
    </message>
    <message>
        <source>finished before</source>
        <translation>terminada antes</translation>
    </message>
    <message>
        <source>finished before, with {0}</source>
        <translation>terminada antes, con {0}</translation>
    </message>
    <message>
        <source>kept: edited by hand ({0})</source>
        <translation>conservada: editada a mano ({0})</translation>
    </message>
    <message>
        <source>kept: files without a recipe</source>
        <translation>conservada: archivos sin receta</translation>
    </message>
    <message>
        <source>kept: made with clicks ({0})</source>
        <translation>conservada: hecha con clics ({0})</translation>
    </message>
    <message>
        <source>labels were numbered differently</source>
        <translation>las etiquetas tenían otra numeración</translation>
    </message>
    <message>
        <source>made from another image</source>
        <translation>hecha a partir de otra imagen</translation>
    </message>
    <message>
        <source>made with other clicks</source>
        <translation>hecha con otros clics</translation>
    </message>
    <message>
        <source>made with other parameters</source>
        <translation>hecha con otros parámetros</translation>
    </message>
    <message>
        <source>other files were exported</source>
        <translation>se exportaron otros archivos</translation>
    </message>
    <message>
        <source>replaced: {0}</source>
        <translation>reemplazada: {0}</translation>
    </message>
    <message>
        <source>the recipe could not be compared</source>
        <translation>no se pudo comparar la receta</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>es una carpeta, no un archivo</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Making pictures of this image…</source>
        <translation>Haciendo imágenes de esta imagen…</translation>
    </message>
    <message>
        <source>Pictures come with an image.</source>
        <translation>Las imágenes de ejemplo llegan con una imagen.</translation>
    </message>
    <message>
        <source>Pictures come with the first result of the method Tree.</source>
        <translation>Las imágenes llegan con el primer resultado del método Árbol.</translation>
    </message>
    <message>
        <source>What one pixel is linked to: bright is linked, dark is not.</source>
        <translation>A qué está unido un píxel: lo claro está unido, lo oscuro no.</translation>
    </message>
    <message>
        <source>Which borders hold in the whole image: dark lines part segments.</source>
        <translation>Qué bordes resisten en toda la imagen: las líneas oscuras separan segmentos.</translation>
    </message>
    <message>
        <source>The segments that come out.</source>
        <translation>Los segmentos que resultan.</translation>
    </message>
    <message>
        <source>Half, the present value, and double:</source>
        <translation>La mitad, el valor actual y el doble:</translation>
    </message>
    <message>
        <source>As far down and up as it goes:</source>
        <translation>Hasta donde se puede bajar y subir:</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export “{name}”</source>
        <translation>Exportar «{name}»</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>Where the files are written</source>
        <translation>Dónde se escriben los archivos</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>How the names of the files begin</source>
        <translation>Cómo empiezan los nombres de los archivos</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Co&amp;mmand</source>
        <translation>&amp;Orden</translation>
    </message>
    <message>
        <source>The command line that writes the same files</source>
        <translation>La orden que escribe los mismos archivos</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Copiar la orden</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
    <message>
        <source>The name cannot be one of files; slashes are not allowed in it.</source>
        <translation>Ese nombre no sirve para archivos; no puede llevar barras.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Elija al menos un formato.</translation>
    </message>
    <message>
        <source>“{name}” is an open image, which is never overwritten.</source>
        <translation>«{name}» es una imagen abierta y nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>Save the project first: the command line reads the edits from there.</source>
        <translation>Guarde antes el proyecto: la orden lee de ahí los cambios.</translation>
    </message>
    <message>
        <source>There, the files are called “{name}”.</source>
        <translation>Allí, los archivos se llaman «{name}».</translation>
    </message>
    <message>
        <source>The files are written as soon as the final result is there.</source>
        <translation>Los archivos se escriben en cuanto está el resultado final.</translation>
    </message>
    <message>
        <source>Export To</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>“{name}” is there already and will be replaced.</source>
        <translation>«{name}» ya existe y se sustituirá.</translation>
    </message>
    <message>
        <source>These are there already and will be replaced: {names}</source>
        <translation>Estos ya existen y se sustituirán: {names}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The command line is on the clipboard.</source>
        <translation>La orden está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save the project first: the command line reads the edits from there.</source>
        <translation>Guarde antes el proyecto: la orden lee de ahí los cambios.</translation>
    </message>
    <message>
        <source>The files are written as soon as the final result is there.</source>
        <translation>Los archivos se escriben en cuanto está el resultado final.</translation>
    </message>
    <message>
        <source>Nothing was exported: another image was opened before the final result was there.</source>
        <translation>No se exportó nada: se abrió otra imagen antes del resultado final.</translation>
    </message>
    <message>
        <source>Nothing was exported: the final result was not computed.</source>
        <translation>No se exportó nada: no se calculó el resultado final.</translation>
    </message>
    <message>
        <source>“{name}” was written to {folder}.</source>
        <translation>«{name}» se escribió en {folder}.</translation>
    </message>
    <message>
        <source>{count} files were written to {folder}.</source>
        <translation>{count} archivos se escribieron en {folder}.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>No se exportó nada.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Images and projects</source>
        <translation>Imágenes y proyectos</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Proyectos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Locate “{name}”</source>
        <translation>Localizar «{name}»</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Guardar proyecto</translation>
    </message>
</context>
<context>
    <name>FirstMinute</name>
    <message>
        <source>First minute</source>
        <translation>Primer minuto</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Qué hacer ahora</translation>
    </message>
    <message>
        <source>Open the &amp;Sample</source>
        <translation>Abrir el ejemp&amp;lo</translation>
    </message>
    <message>
        <source>A cup of coffee</source>
        <translation>Una taza de café</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>Saltarse este paso</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>End the first minute; Help brings it back</source>
        <translation>Terminar el primer minuto; Ayuda lo recupera</translation>
    </message>
    <message>
        <source>Open an image: the sample will do.</source>
        <translation>Abra una imagen: el ejemplo sirve.</translation>
    </message>
    <message>
        <source>Drag the slider “Segments (k)” at the right: the colours follow your hand.</source>
        <translation>Arrastre el control «Segmentos (k)» de la derecha: los colores siguen su mano.</translation>
    </message>
    <message>
        <source>Click a segment in the image to select it.</source>
        <translation>Haga clic en un segmento de la imagen para seleccionarlo.</translation>
    </message>
    <message>
        <source>Shift-click its neighbour, and press Ctrl+M: the two are one.</source>
        <translation>Clic con Mayús en su vecino y pulse Ctrl+M: los dos son uno.</translation>
    </message>
    <message>
        <source>Press Ctrl+Z: anything can be taken back.</source>
        <translation>Pulse Ctrl+Z: todo se puede deshacer.</translation>
    </message>
    <message>
        <source>That is all it takes. Ctrl+E writes masks, F1 lists the keys, and Help has a guide.</source>
        <translation>Eso es todo. Ctrl+E escribe máscaras, F1 muestra las teclas y en Ayuda hay una guía.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} de {steps}</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>A picture for people, image and labels in one; the labels cannot be read back from it.</source>
        <translation>Una figura para personas, imagen y etiquetas en una; las etiquetas no se pueden volver a leer de ella.</translation>
    </message>
    <message>
        <source>All that is needed to make the result again, and to compare; labels and edits are lost.</source>
        <translation>Todo lo necesario para repetir el resultado y compararlo; se pierden etiquetas y cambios.</translation>
    </message>
    <message>
        <source>COCO</source>
        <translation>COCO</translation>
    </message>
    <message>
        <source>Class mask</source>
        <translation>Máscara de clases</translation>
    </message>
    <message>
        <source>Class table</source>
        <translation>Tabla de clases</translation>
    </message>
    <message>
        <source>Every label exactly as a mask of its own, in a zip archive; names and classes in a table.</source>
        <translation>Cada etiqueta exacta como máscara propia, en un archivo zip; nombres y clases en una tabla.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; colours up to 255 labels; names are lost.</source>
        <translation>Cada etiqueta exacta, 0 es el fondo; colores hasta 255 etiquetas; se pierden los nombres.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; names and colours are lost.</source>
        <translation>Cada etiqueta exacta, 0 es el fondo; se pierden nombres y colores.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; pixel size for ImageJ; names and colours are lost.</source>
        <translation>Cada etiqueta exacta, 0 es el fondo; tamaño de píxel para ImageJ; se pierden nombres y colores.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; pixel size, names and classes; colours are lost.</source>
        <translation>Cada etiqueta exacta, 0 es el fondo; tamaño de píxel, nombres y clases; se pierden los colores.</translation>
    </message>
    <message>
        <source>Exact outline, name, class and colour of every label as a vector drawing; the image is lost.</source>
        <translation>Contorno exacto, nombre, clase y color de cada etiqueta como dibujo vectorial; se pierde la imagen.</translation>
    </message>
    <message>
        <source>GeoJSON for QuPath</source>
        <translation>GeoJSON para QuPath</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Label TIFF</source>
        <translation>TIFF de etiquetas</translation>
    </message>
    <message>
        <source>Label image</source>
        <translation>Imagen de etiquetas</translation>
    </message>
    <message>
        <source>Mask of every object</source>
        <translation>Máscara de cada objeto</translation>
    </message>
    <message>
        <source>Name, class, colour and measurements of every label; which pixels it has is lost.</source>
        <translation>Nombre, clase, color y medidas de cada etiqueta; se pierde qué píxeles tiene.</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>Matriz NumPy</translation>
    </message>
    <message>
        <source>Number, name and colour of every class, how many segments and how much area it has.</source>
        <translation>Número, nombre y color de cada clase, y cuántos segmentos y cuánta área tiene.</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>Outline and class of every label, a data.yaml a folder; holes, numbers and names are lost.</source>
        <translation>Contorno y clase de cada etiqueta, un data.yaml por carpeta; se pierden huecos, números y nombres.</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Outlines and annotations</source>
        <translation>Contornos y anotaciones</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>ROIs for ImageJ and Fiji</source>
        <translation>ROI para ImageJ y Fiji</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Region table</source>
        <translation>Tabla de regiones</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>The class of every pixel, 0 is none, with its legend; which segment a pixel is of is lost.</source>
        <translation>La clase de cada píxel, 0 es ninguna, con su leyenda; se pierde de qué segmento es cada píxel.</translation>
    </message>
    <message>
        <source>The exact outline, number, name, class and colour of every label, and the pixel size; ZIP.</source>
        <translation>El contorno exacto, número, nombre, clase y color de cada etiqueta, y el tamaño de píxel; ZIP.</translation>
    </message>
    <message>
        <source>The exact outline, number, name, class and colour of every label, in pixels.</source>
        <translation>El contorno exacto, número, nombre, clase y color de cada etiqueta, en píxeles.</translation>
    </message>
    <message>
        <source>The exact pixels, number, name and class of every label, and where the image is; JSON.</source>
        <translation>Los píxeles exactos, número, nombre y clase de cada etiqueta, y dónde está la imagen; JSON.</translation>
    </message>
    <message>
        <source>The exact pixels, number, name and class of every label; one annotations.json a folder.</source>
        <translation>Los píxeles exactos, número, nombre y clase de cada etiqueta; un annotations.json por carpeta.</translation>
    </message>
    <message>
        <source>To repeat</source>
        <translation>Para repetir</translation>
    </message>
    <message>
        <source>YOLO segmentation</source>
        <translation>Segmentación YOLO</translation>
    </message>
    <message>
        <source>labelme</source>
        <translation>labelme</translation>
    </message>
    <message>
        <source>An image that is no file has no recipe</source>
        <translation>Una imagen que no es un archivo no tiene receta</translation>
    </message>
    <message>
        <source>Labels that nobody knows the parameters of have no recipe</source>
        <translation>Las etiquetas cuyos parámetros nadie conoce no tienen receta</translation>
    </message>
    <message>
        <source>What was edited by hand is not in the recipe</source>
        <translation>Lo editado a mano no está en la receta</translation>
    </message>
    <message>
        <source>a black-and-white PNG each</source>
        <translation>un PNG en blanco y negro cada una</translation>
    </message>
    <message>
        <source>a feature each</source>
        <translation>un elemento cada una</translation>
    </message>
    <message>
        <source>a number a class</source>
        <translation>un número por clase</translation>
    </message>
    <message>
        <source>a path each</source>
        <translation>un trazado cada una</translation>
    </message>
    <message>
        <source>a region each</source>
        <translation>una región cada una</translation>
    </message>
    <message>
        <source>a row a class</source>
        <translation>una fila por clase</translation>
    </message>
    <message>
        <source>a row each</source>
        <translation>una fila cada una</translation>
    </message>
    <message>
        <source>an annotation each</source>
        <translation>una anotación cada una</translation>
    </message>
    <message>
        <source>without their edits</source>
        <translation>sin sus cambios</translation>
    </message>
    <message>
        <source>Holes of {0} segment are filled</source>
        <translation>Se rellenan los huecos de {0} segmento</translation>
    </message>
    <message>
        <source>Holes of {0} segments are filled</source>
        <translation>Se rellenan los huecos de {0} segmentos</translation>
    </message>
    <message>
        <source>Outlines are simplified by up to {0} pixels: areas are not exact</source>
        <translation>Los contornos se simplifican hasta {0} píxeles: las áreas no son exactas</translation>
    </message>
    <message>
        <source>The pieces of {0} segment become objects of their own</source>
        <translation>Los trozos de {0} segmento pasan a ser objetos propios</translation>
    </message>
    <message>
        <source>The pieces of {0} segments become objects of their own</source>
        <translation>Los trozos de {0} segmentos pasan a ser objetos propios</translation>
    </message>
    <message>
        <source>as {0}</source>
        <translation>como {0}</translation>
    </message>
    <message>
        <source>as {0} and {1}</source>
        <translation>como {0} y {1}</translation>
    </message>
    <message>
        <source>of which {0} as run lengths</source>
        <translation>de ellas {0} como tramos</translation>
    </message>
    <message>
        <source>{0} composite</source>
        <translation>{0} compuesta</translation>
    </message>
    <message>
        <source>{0} label</source>
        <translation>{0} etiqueta</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} etiquetas</translation>
    </message>
    <message>
        <source>{0} line of text</source>
        <translation>{0} línea de texto</translation>
    </message>
    <message>
        <source>{0} lines of text</source>
        <translation>{0} líneas de texto</translation>
    </message>
    <message>
        <source>{0} mask</source>
        <translation>{0} máscara</translation>
    </message>
    <message>
        <source>{0} masks</source>
        <translation>{0} máscaras</translation>
    </message>
    <message>
        <source>{0} polygon</source>
        <translation>{0} polígono</translation>
    </message>
    <message>
        <source>{0} polygons</source>
        <translation>{0} polígonos</translation>
    </message>
    <message>
        <source>{0} segment of classes above 255 have no group</source>
        <translation>{0} segmento de una clase mayor que 255 no tiene grupo</translation>
    </message>
    <message>
        <source>{0} segment without a class becomes 0</source>
        <translation>{0} segmento sin clase pasa a 0</translation>
    </message>
    <message>
        <source>{0} segment without a class is left out</source>
        <translation>{0} segmento sin clase se excluye</translation>
    </message>
    <message>
        <source>{0} segments of classes above 255 have no group</source>
        <translation>{0} segmentos de clases mayores que 255 no tienen grupo</translation>
    </message>
    <message>
        <source>{0} segments without a class are left out</source>
        <translation>{0} segmentos sin clase se excluyen</translation>
    </message>
    <message>
        <source>{0} segments without a class become 0</source>
        <translation>{0} segmentos sin clase pasan a 0</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of 8-bit RGB</source>
        <translation>{0} × {1} píxeles RGB de 8 bits</translation>
    </message>
    <message>
        <source>{0}-bit OME-TIFF</source>
        <translation>OME-TIFF de {0} bits</translation>
    </message>
    <message>
        <source>{0}-bit grey PNG</source>
        <translation>PNG gris de {0} bits</translation>
    </message>
    <message>
        <source>{0}-bit grey TIFF</source>
        <translation>TIFF gris de {0} bits</translation>
    </message>
    <message>
        <source>{0}-bit indexed PNG</source>
        <translation>PNG indexado de {0} bits</translation>
    </message>
</context>
<context>
    <name>GuideText</name>
    <message>
        <source>Page of the guide</source>
        <translation>Página de la guía</translation>
    </message>
</context>
<context>
    <name>GuideViewer</name>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>Palabras que buscar</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>La página anterior</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>The next place where the words stand</source>
        <translation>El siguiente lugar donde están las palabras</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>Images done</source>
        <translation>Imágenes terminadas</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Click shows an image; Page Up and Page Down go through the list.</source>
        <translation>Un clic muestra una imagen; Re Pág y Av Pág recorren la lista.</translation>
    </message>
    <message>
        <source>&amp;Carry over parameters</source>
        <translation>&amp;Mantener los parámetros</translation>
    </message>
    <message>
        <source>Carry over parameters to a new image</source>
        <translation>Mantener los parámetros en la imagen nueva</translation>
    </message>
    <message>
        <source>A new image begins with the parameters of the one before it.</source>
        <translation>Una imagen nueva empieza con los parámetros de la anterior.</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} de {count} terminadas</translation>
    </message>
    <message>
        <source>Mark as &amp;Done</source>
        <translation>&amp;Marcar como terminada</translation>
    </message>
    <message>
        <source>Show &amp;Folder</source>
        <translation>Abrir la &amp;carpeta</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Localizar…</translation>
    </message>
    <message>
        <source>&amp;Remove from List</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
</context>
<context>
    <name>ImageLoader</name>
    <message>
        <source>The image could not be shown.</source>
        <translation>No se pudo mostrar la imagen.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Localizar…</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
</context>
<context>
    <name>ImageModel</name>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Página {number}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>No se puede mostrar</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editada</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Import Segments</source>
        <translation>Importar segmentos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentaciones</translation>
    </message>
    <message>
        <source>Open the image first; then “{name}” can be its segments.</source>
        <translation>Abra antes la imagen; después «{name}» podrá ser sus segmentos.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>{count} segments of “{name}” are in place of those that were here.</source>
        <translation>{count} segmentos de «{name}» ocupan el lugar de los que había.</translation>
    </message>
    <message>
        <source>One segment of “{name}” is in place of those that were here.</source>
        <translation>Un segmento de «{name}» está en lugar de los que había.</translation>
    </message>
</context>
<context>
    <name>InspectionLayer</name>
    <message>
        <source>This view comes with the final result.</source>
        <translation>Esta vista llega con el resultado final.</translation>
    </message>
    <message>
        <source>There is no region tree; the method “Tree” makes one.</source>
        <translation>No hay árbol de regiones; el método «Árbol» crea uno.</translation>
    </message>
    <message>
        <source>Objects are found without eigenvectors; the method “Tree” makes some.</source>
        <translation>Los objetos se encuentran sin vectores propios; el método «Árbol» los calcula.</translation>
    </message>
    <message>
        <source>The eigenvectors of this result were not kept; a larger reduction keeps them.</source>
        <translation>Los vectores propios de este resultado no se conservaron; una reducción mayor los conserva.</translation>
    </message>
    <message>
        <source>Point at a pixel to see how similar all others are to it; click to hold it.</source>
        <translation>Apunte a un píxel para ver cuánto se le parecen los demás; un clic lo fija.</translation>
    </message>
    <message>
        <source>Similarity {:.2f}</source>
        <translation>Semejanza {:.2f}</translation>
    </message>
    <message>
        <source>Margin {:.2f}: 1 is sure of its segment, 0 could be another&apos;s</source>
        <translation>Margen {:.2f}: 1 es seguro de su segmento, 0 podría ser de otro</translation>
    </message>
    <message>
        <source>Eigenvector {number}: {value}</source>
        <translation>Vector propio {number}: {value}</translation>
    </message>
    <message>
        <source>Eigenvectors {numbers}: {values}</source>
        <translation>Vectores propios {numbers}: {values}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Work from {time} was not saved when the program ended, and can no longer be read.</source>
        <translation>El trabajo de {time} no se guardó al terminar el programa y ya no se puede leer.</translation>
    </message>
    <message>
        <source>Work on “{name}” was not saved when the program ended on {time}.</source>
        <translation>El trabajo en «{name}» no se guardó cuando el programa terminó el {time}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>A crash would cost work that is not saved: no journal can be written. {reason}</source>
        <translation>Un fallo costaría el trabajo sin guardar: no se puede escribir el diario. {reason}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>A key, or what it does</source>
        <translation>Una tecla o lo que hace</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Buscar teclas</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>In the image</source>
        <translation>En la imagen</translation>
    </message>
    <message>
        <source>Wheel, Ctrl+wheel, pinch</source>
        <translation>Rueda, Ctrl+rueda, pellizco</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Ampliar en el cursor</translation>
    </message>
    <message>
        <source>Two fingers on the touchpad</source>
        <translation>Dos dedos en el panel táctil</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+rueda</translation>
    </message>
    <message>
        <source>Change the opacity of the overlay</source>
        <translation>Cambiar la opacidad de la superposición</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Mayús+rueda</translation>
    </message>
    <message>
        <source>Change the size of brush and eraser</source>
        <translation>Cambiar el tamaño de pincel y goma</translation>
    </message>
    <message>
        <source>Space and drag, middle button</source>
        <translation>Espacio y arrastrar, botón central</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Mayús+clic</translation>
    </message>
    <message>
        <source>Add a segment to the selection, or take it away</source>
        <translation>Añadir un segmento a la selección o quitarlo</translation>
    </message>
    <message>
        <source>P, held</source>
        <translation>P, mantenida</translation>
    </message>
    <message>
        <source>Show the image alone while held</source>
        <translation>Mostrar solo la imagen mientras se pulsa</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Move a crosshair over the image; ten pixels with Shift</source>
        <translation>Mover una cruz por la imagen; diez píxeles con Mayús</translation>
    </message>
    <message>
        <source>Ctrl+arrow keys</source>
        <translation>Ctrl+flechas</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Click with the crosshair; take the cut that is shown</source>
        <translation>Hacer clic con la cruz; aceptar el corte mostrado</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Show another cut while a segment is being split</source>
        <translation>Mostrar otro corte mientras se divide un segmento</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Mayús+arrastrar</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+arrastrar</translation>
    </message>
    <message>
        <source>Paint a new segment</source>
        <translation>Pintar un segmento nuevo</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+arrastrar</translation>
    </message>
    <message>
        <source>Paint background with brush or lasso</source>
        <translation>Pintar fondo con pincel o lazo</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>En la tabla</translation>
    </message>
    <message>
        <source>Space in the table</source>
        <translation>Espacio en la tabla</translation>
    </message>
    <message>
        <source>Show or hide the selected segments</source>
        <translation>Mostrar u ocultar los segmentos seleccionados</translation>
    </message>
    <message>
        <source>Alt+click on an eye</source>
        <translation>Alt+clic en un ojo</translation>
    </message>
    <message>
        <source>Show one segment alone</source>
        <translation>Mostrar un solo segmento</translation>
    </message>
    <message>
        <source>End at edges with brush and eraser; select by a rectangle</source>
        <translation>Acabar en los bordes con pincel y goma; seleccionar con un rectángulo</translation>
    </message>
    <message>
        <source>Shift+drag, lasso</source>
        <translation>Mayús+arrastrar, lazo</translation>
    </message>
    <message>
        <source>Stay inside the segment where the line begins</source>
        <translation>Quedarse dentro del segmento donde empieza la línea</translation>
    </message>
    <message>
        <source>Objects from clicks</source>
        <translation>Objetos por clics</translation>
    </message>
    <message>
        <source>Right-click, Alt+click</source>
        <translation>Clic derecho, Alt+clic</translation>
    </message>
    <message>
        <source>Take away what is too much</source>
        <translation>Quitar lo que sobra</translation>
    </message>
    <message>
        <source>Shift+drag, object</source>
        <translation>Mayús+arrastrar, objeto</translation>
    </message>
    <message>
        <source>Draw a box that the object lies in</source>
        <translation>Dibujar una caja que contenga el objeto</translation>
    </message>
    <message>
        <source>+ and -, Ctrl+wheel</source>
        <translation>+ y -, Ctrl+rueda</translation>
    </message>
    <message>
        <source>Grow and shrink the object while there is one</source>
        <translation>Agrandar y achicar el objeto mientras lo haya</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>Return, object</source>
        <translation>Intro, objeto</translation>
    </message>
    <message>
        <source>Make a segment of it, or take up the selected one again</source>
        <translation>Convertirlo en segmento o retomar el seleccionado</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>Lasso</name>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>A&amp;brir reciente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Display</source>
        <translation>A&amp;pariencia</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>Pa&amp;neles</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Resultado</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Preajustes</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Files and view</source>
        <translation>Archivos y vista</translation>
    </message>
    <message>
        <source>Tools and edits</source>
        <translation>Herramientas y edición</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>Opacidad de la superposición</translation>
    </message>
    <message>
        <source>Opacity of the overlay (Alt+wheel)</source>
        <translation>Opacidad de la superposición (Alt+rueda)</translation>
    </message>
    <message>
        <source>What lies over the image</source>
        <translation>Lo que cubre la imagen</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Size of brush and eraser (Shift+wheel, [ and ])</source>
        <translation>Tamaño de pincel y goma (Mayús+rueda, [ y ])</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Solo imagen</translation>
    </message>
    <message>
        <source>Show the image alone while held</source>
        <translation>Mostrar solo la imagen mientras se pulsa</translation>
    </message>
    <message>
        <source>Show the image alone while held (P)</source>
        <translation>Mostrar solo la imagen mientras se pulsa (P)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>S&amp;election</source>
        <translation>S&amp;elección</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole image</source>
        <translation>La imagen entera</translation>
    </message>
    <message>
        <source>The whole image; click to see another part</source>
        <translation>La imagen entera; un clic muestra otra parte</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name in Order</source>
        <translation>Nombrar en orden</translation>
    </message>
    <message>
        <source>Name; the segments are called by it and 1 … {count}:</source>
        <translation>Nombre; los segmentos se llamarán así y 1 … {count}:</translation>
    </message>
    <message>
        <source>Name in order</source>
        <translation>Nombrar en orden</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>{name}: automatic</source>
        <translation>{name}: automático</translation>
    </message>
    <message>
        <source>Let the program find the value.</source>
        <translation>Dejar que el programa encuentre el valor.</translation>
    </message>
</context>
<context>
    <name>ObjectAssistant</name>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} está bloqueado; desbloquéelo antes.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Clicks of an object that is not finished wait here for the Object tool (O).</source>
        <translation>Aquí esperan los clics de un objeto sin terminar a la herramienta Objeto (O).</translation>
    </message>
    <message>
        <source>An object has at most {count} clicks.</source>
        <translation>Un objeto tiene como máximo {count} clics.</translation>
    </message>
    <message>
        <source>Nothing in this image can be told apart.</source>
        <translation>En esta imagen no se distingue nada.</translation>
    </message>
</context>
<context>
    <name>ObjectBar</name>
    <message>
        <source>Object from clicks</source>
        <translation>Objeto por clics</translation>
    </message>
    <message>
        <source>Shift and a drag draw a box around it; plus, minus or Ctrl and the wheel grow and shrink it.</source>
        <translation>Mayús y arrastrar dibujan una caja; más, menos o Ctrl y la rueda lo agrandan y achican.</translation>
    </message>
    <message>
        <source>Click what is missing; right-click what is too much.</source>
        <translation>Clic en lo que falta; clic derecho en lo que sobra.</translation>
    </message>
    <message>
        <source>Shrink it along the region tree (-)</source>
        <translation>Achicarlo por el árbol de regiones (-)</translation>
    </message>
    <message>
        <source>Grow it along the region tree (+)</source>
        <translation>Agrandarlo por el árbol de regiones (+)</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Achicar</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Agrandar</translation>
    </message>
    <message>
        <source>&amp;Make a Segment</source>
        <translation>&amp;Crear segmento</translation>
    </message>
    <message>
        <source>Keep the object (Return)</source>
        <translation>Conservar el objeto (Intro)</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>&amp;Deshacer clic</translation>
    </message>
    <message>
        <source>Take the last click back (Backspace)</source>
        <translation>Deshacer el último clic (Retroceso)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Drop the clicks (Esc)</source>
        <translation>Descartar los clics (Esc)</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>“{name}” is missing: neither it nor a copy was found near {folder}.</source>
        <translation>Falta «{name}»: ni el archivo ni una copia se encontraron cerca de {folder}.</translation>
    </message>
    <message>
        <source>“{name}” has changed since the work on it was saved; the segments may not fit it any more.</source>
        <translation>«{name}» ha cambiado desde que se guardó el trabajo; puede que los segmentos ya no encajen.</translation>
    </message>
</context>
<context>
    <name>OutlineCommands</name>
    <message>
        <source>Smooth outline</source>
        <translation>Suavizar contorno</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Agrandar</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Achicar</translation>
    </message>
</context>
<context>
    <name>OutlineDialog</name>
    <message>
        <source>Grow or Shrink</source>
        <translation>Crecer o encoger</translation>
    </message>
    <message>
        <source>Move the outline outwards by pixels; inwards if negative:</source>
        <translation>Mover el contorno hacia fuera en píxeles; hacia dentro si es negativo:</translation>
    </message>
</context>
<context>
    <name>Painting</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Todavía no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>Shift stays inside the segment where the stroke begins: select another one to paint.</source>
        <translation>Mayús no sale del segmento donde empieza el trazo: seleccione otro para pintar.</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Show or hide what is rarely changed.</source>
        <translation>Mostrar u ocultar lo que rara vez se cambia.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Objects on a ground</source>
        <translation>Objetos sobre un fondo</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
    <message>
        <source>Parameters kept in files.</source>
        <translation>Parámetros guardados en archivos.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Give every parameter its default.</source>
        <translation>Dar a cada parámetro su valor predeterminado.</translation>
    </message>
    <message>
        <source>Reset parameters</source>
        <translation>Restablecer parámetros</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>A&amp;utomático</translation>
    </message>
    <message>
        <source>Results follow the parameters by themselves.</source>
        <translation>Los resultados siguen a los parámetros por sí solos.</translation>
    </message>
    <message>
        <source>Update (F5)</source>
        <translation>Calcular (F5)</translation>
    </message>
    <message>
        <source>Compute the final result for these parameters.</source>
        <translation>Calcular el resultado final para estos parámetros.</translation>
    </message>
    <message>
        <source>The marks are where the gap between eigenvalues is large.</source>
        <translation>Las marcas están donde el salto entre valores propios es grande.</translation>
    </message>
    <message>
        <source>try {k}</source>
        <translation>probar {k}</translation>
    </message>
    <message>
        <source>As many as there are regions between boundaries of the strength below; a click takes it.</source>
        <translation>Tantos como regiones hay entre fronteras de la fuerza de abajo; un clic lo toma.</translation>
    </message>
    <message>
        <source>from {strength}</source>
        <translation>desde {strength}</translation>
    </message>
    <message>
        <source>As many as this strength leaves between boundaries; a click keeps the number.</source>
        <translation>Tantos como deja esta fuerza entre fronteras; un clic fija el número.</translation>
    </message>
    <message>
        <source>objects: {count}</source>
        <translation>objetos: {count}</translation>
    </message>
    <message>
        <source>Many small objects on a ground were recognised; a click segments it as a photograph.</source>
        <translation>Se reconocieron muchos objetos pequeños sobre un fondo; un clic la segmenta como fotografía.</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>At the border</source>
        <translation>En el borde</translation>
    </message>
    <message>
        <source>Boundary strength</source>
        <translation>Fuerza de frontera</translation>
    </message>
    <message>
        <source>Cells and particles</source>
        <translation>Células y partículas</translation>
    </message>
    <message>
        <source>Cells and particles: many small objects on a ground; the ground is background.</source>
        <translation>Células y partículas: muchos objetos pequeños sobre un fondo.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Difference in colour at which two pixels stop being alike; &apos;auto&apos; measures it in the image</source>
        <translation>Diferencia de color a la que dos píxeles dejan de parecerse; &apos;auto&apos; la mide en la imagen</translation>
    </message>
    <message>
        <source>Distance at which two pixels stop being alike</source>
        <translation>Distancia a la que dos píxeles dejan de parecerse</translation>
    </message>
    <message>
        <source>Eigenvectors</source>
        <translation>Vectores propios</translation>
    </message>
    <message>
        <source>Eigenvectors that labels are made without, such as &apos;3 5&apos;; the first is number 1 and always used</source>
        <translation>Vectores propios que no se usan para las etiquetas, como &apos;3 5&apos;; el primero es el número 1 y se usa siempre</translation>
    </message>
    <message>
        <source>Excluded eigenvectors</source>
        <translation>Vectores excluidos</translation>
    </message>
    <message>
        <source>How clearly objects stand out of the ground, relative to what is found by itself; lower finds fainter ones</source>
        <translation>Cuánto destacan los objetos del fondo, respecto a lo que se halla solo; menos encuentra otros más tenues</translation>
    </message>
    <message>
        <source>How many are solved once, so that k costs no solve</source>
        <translation>Cuántos se calculan de una vez, para que k no cueste otro cálculo</translation>
    </message>
    <message>
        <source>Larger objects are left out; 0 is no limit</source>
        <translation>Los objetos mayores se excluyen; 0 es sin límite</translation>
    </message>
    <message>
        <source>Largest diameter</source>
        <translation>Diámetro máximo</translation>
    </message>
    <message>
        <source>Many small segments with sharp outlines; everything else as in default.toml.</source>
        <translation>Muchos segmentos pequeños de contornos nítidos; lo demás, como en default.toml.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Minimum region</source>
        <translation>Región mínima</translation>
    </message>
    <message>
        <source>Number of labels; &apos;auto&apos; takes as many as there are regions between boundaries of the given strength</source>
        <translation>Número de etiquetas; &apos;auto&apos; toma tantas como regiones hay entre fronteras de la fuerza dada</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Pairs of pixels up to this distance are compared</source>
        <translation>Se comparan los pares de píxeles hasta esta distancia</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>Polaridad</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>Reducción</translation>
    </message>
    <message>
        <source>Regions of fewer pixels are absorbed by a neighbour</source>
        <translation>Las regiones de menos píxeles se entregan a un vecino</translation>
    </message>
    <message>
        <source>Relative error allowed in the sum of the eigenvalues</source>
        <translation>Error relativo permitido en la suma de los valores propios</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Sigma, intensity</source>
        <translation>Sigma, intensidad</translation>
    </message>
    <message>
        <source>Sigma, position</source>
        <translation>Sigma, posición</translation>
    </message>
    <message>
        <source>Slow changes of brightness, over more than this part of the image&apos;s diagonal, are evened out before pixels are compared; 0 leaves them</source>
        <translation>Los cambios lentos de brillo, a lo largo de más de esta parte de la diagonal de la imagen, se igualan antes de comparar píxeles; 0 los deja</translation>
    </message>
    <message>
        <source>Smaller objects are left out; 0 follows the size of the others</source>
        <translation>Los objetos menores se excluyen; 0 sigue el tamaño de los demás</translation>
    </message>
    <message>
        <source>Smallest diameter</source>
        <translation>Diámetro mínimo</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>División</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian applied to the image before pixels are compared</source>
        <translation>Desviación típica de la gaussiana aplicada a la imagen antes de comparar píxeles</translation>
    </message>
    <message>
        <source>Start of every random choice</source>
        <translation>Comienzo de toda elección al azar</translation>
    </message>
    <message>
        <source>The graph is built on the image reduced by this factor (1: on every pixel), so it sees farther; labels return to every pixel along the edges of the full image; &apos;auto&apos; leaves about 100,000 pixels</source>
        <translation>El grafo se construye sobre la imagen reducida por este factor (1: todos los píxeles), y así ve más lejos; las etiquetas vuelven a cada píxel por los bordes de la imagen completa; &apos;auto&apos; deja unos 100 000 píxeles</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerancia</translation>
    </message>
    <message>
        <source>Touching objects are parted where the neck between them is narrower or dimmer than this part of the smaller one; 0 parts nothing</source>
        <translation>Los objetos que se tocan se separan donde el cuello entre ellos es más estrecho o tenue que esta parte del menor; 0 no separa nada</translation>
    </message>
    <message>
        <source>Uneven light</source>
        <translation>Luz desigual</translation>
    </message>
    <message>
        <source>What the labels are made of: regions merged along the eigenvectors&apos; weakest boundaries (tree), clusters of the eigenvectors (kmeans), or of the colours alone (colour); or many small objects on a ground, which is background (objects); &apos;auto&apos; takes objects where it recognises them, else the tree</source>
        <translation>De qué se hacen las etiquetas: regiones unidas por las fronteras más débiles de los vectores propios (tree), grupos de los vectores propios (kmeans) o solo de los colores (colour); o muchos objetos pequeños sobre un fondo (objects); &apos;auto&apos; toma objetos donde los reconoce y, si no, el árbol</translation>
    </message>
    <message>
        <source>Whether objects are brighter or darker than the ground; &apos;auto&apos; finds it out</source>
        <translation>Si los objetos son más claros o más oscuros que el fondo; &apos;auto&apos; lo averigua</translation>
    </message>
    <message>
        <source>Whether objects that touch the border of the image are kept or left out</source>
        <translation>Si los objetos que tocan el borde de la imagen se conservan o se excluyen</translation>
    </message>
    <message>
        <source>With k &apos;auto&apos;: boundaries of the region tree that are weaker than this are removed; &apos;auto&apos; looks for a clear step near 800 that leaves 30 labels at most</source>
        <translation>Con k &apos;auto&apos;: se quitan las fronteras del árbol más débiles que esto; &apos;auto&apos; busca un salto claro cerca de 800 que deje como mucho 30 etiquetas</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Where outlines lie between the ground (0) and an object&apos;s own height (1); &apos;auto&apos; follows how far objects stand out, and their polarity</source>
        <translation>Dónde quedan los contornos entre el fondo (0) y la altura del objeto (1); &apos;auto&apos; sigue cuánto sobresalen los objetos, y su polaridad</translation>
    </message>
</context>
<context>
    <name>PixelSizeButton</name>
    <message>
        <source>How large a pixel is; click to set it</source>
        <translation>Tamaño de un píxel; clic para cambiarlo</translation>
    </message>
    <message>
        <source>Pixel size: {size}</source>
        <translation>Tamaño de píxel: {size}</translation>
    </message>
</context>
<context>
    <name>PixelSizeDialog</name>
    <message>
        <source>Pixel Size</source>
        <translation>Tamaño de píxel</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>as the width</source>
        <translation>como el ancho</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Ancho</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>A&amp;lto</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unidad</translation>
    </message>
    <message>
        <source>For &amp;all {count} images of the list</source>
        <translation>Para &amp;todas las imágenes de la lista ({count})</translation>
    </message>
    <message>
        <source>As in the &amp;File</source>
        <translation>Como en el a&amp;rchivo</translation>
    </message>
    <message>
        <source>The file does not say it.</source>
        <translation>El archivo no lo dice.</translation>
    </message>
    <message>
        <source>The file says {size}.</source>
        <translation>El archivo dice {size}.</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Tamaño de píxel</translation>
    </message>
</context>
<context>
    <name>PixelValues</name>
    <message>
        <source>left out</source>
        <translation>excluido</translation>
    </message>
</context>
<context>
    <name>Polygon</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Todavía no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Preset {name}</source>
        <translation>Preajuste {name}</translation>
    </message>
    <message>
        <source>Open a Preset</source>
        <translation>Abrir un preajuste</translation>
    </message>
    <message>
        <source>Save a Preset</source>
        <translation>Guardar un preajuste</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>This is the last image.</source>
        <translation>Esta es la última imagen.</translation>
    </message>
    <message>
        <source>This is the first image.</source>
        <translation>Esta es la primera imagen.</translation>
    </message>
    <message>
        <source>No image after this is unfinished.</source>
        <translation>No hay imágenes sin terminar después de esta.</translation>
    </message>
    <message>
        <source>No image before this is unfinished.</source>
        <translation>No hay imágenes sin terminar antes de esta.</translation>
    </message>
    <message>
        <source>“{name}” was taken off the list.</source>
        <translation>«{name}» se quitó de la lista.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The pixel size is that of all {count} images now; Undo takes it back in all of them.</source>
        <translation>El tamaño de píxel es ahora el de las {count} imágenes; Deshacer lo retira en todas.</translation>
    </message>
</context>
<context>
    <name>ProjectExportDialog</name>
    <message>
        <source>Export All Images</source>
        <translation>Exportar todas las imágenes</translation>
    </message>
    <message>
        <source>All with a result ({count})</source>
        <translation>Todas las que tienen resultado ({count})</translation>
    </message>
    <message>
        <source>Only those marked as done ({count})</source>
        <translation>Solo las terminadas ({count})</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>O&amp;pen Folder</source>
        <translation>&amp;Abrir carpeta</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What became of each image</source>
        <translation>Qué fue de cada imagen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Elija al menos un formato.</translation>
    </message>
    <message>
        <source>There is no such image.</source>
        <translation>No existe esa imagen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>its file is missing, or another one now</source>
        <translation>su archivo falta o ahora es otro</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name}, página {page}</translation>
    </message>
    <message>
        <source>{labels} labels, {files} files</source>
        <translation>{labels} etiquetas, {files} archivos</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>No se exportó nada.</translation>
    </message>
    <message>
        <source>Stopped; {count} images were exported.</source>
        <translation>Detenido; se exportaron {count} imágenes.</translation>
    </message>
    <message>
        <source>{count} images were exported.</source>
        <translation>Se exportaron {count} imágenes.</translation>
    </message>
    <message>
        <source>Export To</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Stopped; one image was exported.</source>
        <translation>Detenido; se exportó una imagen.</translation>
    </message>
    <message>
        <source>One image was exported.</source>
        <translation>Se exportó una imagen.</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>Another program has saved {path}; save under another name.</source>
        <translation>Otro programa ha guardado {path}; guarde con otro nombre.</translation>
    </message>
</context>
<context>
    <name>Relinker</name>
    <message>
        <source>“{name}” and {count} other images were found.</source>
        <translation>Se encontraron «{name}» y otras {count} imágenes.</translation>
    </message>
    <message>
        <source>“{name}” belongs to another image of the list; “{wanted}” was not found near it.</source>
        <translation>«{name}» es de otra imagen de la lista; «{wanted}» no se encontró cerca.</translation>
    </message>
    <message>
        <source>“{name}” and one other image were found.</source>
        <translation>Se encontraron «{name}» y otra imagen.</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>There is not enough memory for this; a larger Reduction needs less.</source>
        <translation>No hay memoria suficiente; una Reducción mayor necesita menos.</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>A double click resets it.</source>
        <translation>Un doble clic lo restablece.</translation>
    </message>
    <message>
        <source>Reset to Default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Explain {name}</source>
        <translation>Explicar {name}</translation>
    </message>
    <message>
        <source>Show in pictures of this image what it does.</source>
        <translation>Mostrar con imágenes de esta imagen lo que hace.</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>No.</source>
        <translation>Núm.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Trozos</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>The area, in {unit}.</source>
        <translation>El área, en {unit}.</translation>
    </message>
    <message>
        <source>Shown or hidden; a click on the eye above shows or hides all.</source>
        <translation>Visible u oculto; un clic en el ojo de arriba muestra u oculta todos.</translation>
    </message>
    <message>
        <source>The colour in the overlay; it stays with its segment.</source>
        <translation>El color en la superposición; acompaña a su segmento.</translation>
    </message>
    <message>
        <source>The number, which is the label in every file.</source>
        <translation>El número, que es la etiqueta en todos los archivos.</translation>
    </message>
    <message>
        <source>The name; segments with a name are kept when parameters change.</source>
        <translation>El nombre; los segmentos con nombre se conservan al cambiar los parámetros.</translation>
    </message>
    <message>
        <source>The class; double-click to write it, a new name makes a new class.</source>
        <translation>La clase; doble clic para escribirla, un nombre nuevo crea una clase.</translation>
    </message>
    <message>
        <source>The number of pixels.</source>
        <translation>El número de píxeles.</translation>
    </message>
    <message>
        <source>How many connected pieces the segment is in.</source>
        <translation>En cuántos trozos conexos está el segmento.</translation>
    </message>
    <message>
        <source>The mean intensity, over all channels.</source>
        <translation>La intensidad media de todos los canales.</translation>
    </message>
    <message>
        <source>Locked segments are not edited; a click on the lock above locks or unlocks all.</source>
        <translation>Los segmentos bloqueados no se editan; un clic en el candado de arriba bloquea o desbloquea todos.</translation>
    </message>
    <message>
        <source>Segment {number}</source>
        <translation>Segmento {number}</translation>
    </message>
    <message>
        <source>{part} % of the image</source>
        <translation>{part} % de la imagen</translation>
    </message>
    <message>
        <source>Mean of each channel: {means}</source>
        <translation>Media de cada canal: {means}</translation>
    </message>
    <message>
        <source>Click to show or hide it, Alt-click to show it alone.</source>
        <translation>Un clic lo muestra u oculta; con Alt se muestra solo.</translation>
    </message>
    <message>
        <source>Click to choose another colour.</source>
        <translation>Un clic para elegir otro color.</translation>
    </message>
    <message>
        <source>Click to lock or unlock it.</source>
        <translation>Un clic lo bloquea o desbloquea.</translation>
    </message>
    <message>
        <source>It was edited, and is kept when parameters change; “Follow Parameters Again” ends that.</source>
        <translation>Se editó y se conserva al cambiar los parámetros; «Volver a seguir los parámetros» lo termina.</translation>
    </message>
    <message>
        <source>It is locked or has a name, and is kept when parameters change.</source>
        <translation>Está bloqueado o tiene nombre y se conserva al cambiar los parámetros.</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>visible</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>sin clase</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>sin bloquear</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Filter by name, class or number</source>
        <translation>Filtrar por nombre, clase o número</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Renumber by size</source>
        <translation>Renumerar por tamaño</translation>
    </message>
    <message>
        <source>Segments come with the first result.</source>
        <translation>Los segmentos llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>One segment, selected</source>
        <translation>Un segmento, seleccionado</translation>
    </message>
    <message>
        <source>One segment</source>
        <translation>Un segmento</translation>
    </message>
    <message>
        <source>{count} segments, {chosen} selected</source>
        <translation>{count} segmentos, {chosen} seleccionados</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} segmentos</translation>
    </message>
    <message>
        <source> · {count} in the table</source>
        <translation> · {count} en la tabla</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Colour of the Segment</source>
        <translation>Color del segmento</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Name in Order…</source>
        <translation>Nombrar en orden…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Color…</translation>
    </message>
    <message>
        <source>Automatic Colour</source>
        <translation>Color automático</translation>
    </message>
    <message>
        <source>Show Alone</source>
        <translation>Mostrar solo este</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
</context>
<context>
    <name>SegmentView</name>
    <message>
        <source>Sort by Visibility</source>
        <translation>Ordenar por visibilidad</translation>
    </message>
    <message>
        <source>Sort by Number</source>
        <translation>Ordenar por número</translation>
    </message>
    <message>
        <source>Sort by Name</source>
        <translation>Ordenar por nombre</translation>
    </message>
    <message>
        <source>Sort by Class</source>
        <translation>Ordenar por clase</translation>
    </message>
    <message>
        <source>Sort by Area</source>
        <translation>Ordenar por área</translation>
    </message>
    <message>
        <source>Sort by Pieces</source>
        <translation>Ordenar por trozos</translation>
    </message>
    <message>
        <source>Sort by Mean Intensity</source>
        <translation>Ordenar por intensidad media</translation>
    </message>
    <message>
        <source>Sort by Lock</source>
        <translation>Ordenar por bloqueo</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Split into pieces</source>
        <translation>Separar en trozos</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Rellenar huecos</translation>
    </message>
    <message>
        <source>Give to neighbours</source>
        <translation>Entregar a los vecinos</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Follow parameters again</source>
        <translation>Volver a seguir los parámetros</translation>
    </message>
    <message>
        <source>{names} follow the parameters again, and have no name any more.</source>
        <translation>{names} vuelven a seguir los parámetros y ya no tienen nombre.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Mostrar solo</translation>
    </message>
    <message>
        <source>This is still a preview; segments can be changed when the result is there.</source>
        <translation>Esto es todavía una vista previa; los segmentos se podrán cambiar cuando esté el resultado.</translation>
    </message>
</context>
<context>
    <name>SimilarAssistant</name>
    <message>
        <source>Select a segment first: click it in the image or in the table.</source>
        <translation>Seleccione antes un segmento: haga clic en él en la imagen o en la tabla.</translation>
    </message>
    <message>
        <source>There is nothing else that could look like this.</source>
        <translation>No hay nada más que pueda parecerse a esto.</translation>
    </message>
</context>
<context>
    <name>SimilarBar</name>
    <message>
        <source>Segments that look alike</source>
        <translation>Segmentos que se parecen</translation>
    </message>
    <message>
        <source>How different they may look</source>
        <translation>Cuánto pueden diferir</translation>
    </message>
    <message>
        <source>How different they may look from what was selected</source>
        <translation>Cuánto pueden diferir de lo seleccionado</translation>
    </message>
    <message>
        <source>Similar:</source>
        <translation>Parecido:</translation>
    </message>
    <message>
        <source>&amp;Keep Selection</source>
        <translation>&amp;Mantener la selección</translation>
    </message>
    <message>
        <source>Go on with these (Return)</source>
        <translation>Seguir con estos (Intro)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Select what was selected before (Esc)</source>
        <translation>Seleccionar lo que estaba antes (Esc)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} seleccionados</translation>
    </message>
</context>
<context>
    <name>SplitAssistant</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Todavía no hay segmentos; llegan con el primer resultado.</translation>
    </message>
    <message>
        <source>Select one segment to split: click it in the image or in the table.</source>
        <translation>Seleccione un segmento para dividirlo: clic en la imagen o en la tabla.</translation>
    </message>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} está bloqueado; desbloquéelo antes.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>División</translation>
    </message>
    <message>
        <source>There is no other way to split it; this is the first again.</source>
        <translation>No hay otra forma de dividirlo; esta es otra vez la primera.</translation>
    </message>
    <message>
        <source>Nothing in this segment differs enough to split it.</source>
        <translation>En este segmento nada difiere lo bastante para dividirlo.</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>Ways to split the segment</source>
        <translation>Formas de dividir el segmento</translation>
    </message>
    <message>
        <source>Where the cut comes from</source>
        <translation>De dónde viene el corte</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Dividir</translation>
    </message>
    <message>
        <source>Cut the segment like this (Return)</source>
        <translation>Cortar así el segmento (Intro)</translation>
    </message>
    <message>
        <source>&amp;Next Alternative</source>
        <translation>&amp;Otra alternativa</translation>
    </message>
    <message>
        <source>Show another cut (N)</source>
        <translation>Mostrar otro corte (N)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Leave the segment as it is (Esc)</source>
        <translation>Dejar el segmento como está (Esc)</translation>
    </message>
    <message>
        <source>Looking for a cut…</source>
        <translation>Buscando un corte…</translation>
    </message>
    <message>
        <source>Cut {place}: where the region tree splits it</source>
        <translation>Corte {place}: donde lo divide el árbol de regiones</translation>
    </message>
    <message>
        <source>Cut {place}: by its own eigenvector {number}, normalized cut {cut}</source>
        <translation>Corte {place}: por su vector propio {number}, corte normalizado {cut}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Under the cursor</source>
        <translation>Bajo el cursor</translation>
    </message>
    <message>
        <source>Values of the pixel</source>
        <translation>Valores del píxel</translation>
    </message>
    <message>
        <source>What the image holds at the pixel under the cursor, as it is stored</source>
        <translation>Lo que la imagen guarda en el píxel bajo el cursor, tal como está almacenado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop computing (Esc)</source>
        <translation>Detener el cálculo (Esc)</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>Detener el cálculo</translation>
    </message>
    <message>
        <source>State of the result</source>
        <translation>Estado del resultado</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Ampliación</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Aún sin resultado</translation>
    </message>
    <message>
        <source>Earlier result</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Final, not converged</source>
        <translation>Final, sin converger</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Looking at colours</source>
        <translation>Mirando colores</translation>
    </message>
    <message>
        <source>Comparing pixels</source>
        <translation>Comparando píxeles</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Finding structure</source>
        <translation>Buscando estructura</translation>
    </message>
    <message>
        <source>Forming segments</source>
        <translation>Formando segmentos</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <source>· about {seconds} s left</source>
        <translation>· quedan unos {seconds} s</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>{name}: clear</source>
        <translation>{name}: borrar</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Save the Work?</source>
        <translation>¿Guardar el trabajo?</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>¿Guardar los cambios en «{name}»?</translation>
    </message>
    <message>
        <source>Save the work in a project?</source>
        <translation>¿Guardar el trabajo en un proyecto?</translation>
    </message>
    <message>
        <source>The list of images or its marks would be lost.</source>
        <translation>Se perdería la lista de imágenes o sus marcas.</translation>
    </message>
    <message>
        <source>Without saving, your work on one image is lost.</source>
        <translation>Si no guarda, se pierde su trabajo en una imagen.</translation>
    </message>
    <message>
        <source>Without saving, your work on {count} images is lost.</source>
        <translation>Si no guarda, se pierde su trabajo en {count} imágenes.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop an image here</source>
        <translation>Suelte aquí una imagen</translation>
    </message>
    <message>
        <source>or try a sample</source>
        <translation>o pruebe un ejemplo</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Abiertos hace poco</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>Abrir {name} otra vez</translation>
    </message>
    <message>
        <source>Open Image…</source>
        <translation>Abrir imagen…</translation>
    </message>
    <message>
        <source>Open an image or a project</source>
        <translation>Abrir una imagen o un proyecto</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>List the images of a folder</source>
        <translation>Mostrar las imágenes de una carpeta</translation>
    </message>
    <message>
        <source>Open the sample {name}</source>
        <translation>Abrir el ejemplo {name}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Eigenvectors</source>
        <translation>Vectores propios</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
</context>
</TS>
