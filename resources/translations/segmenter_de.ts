<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Segmenter</source>
        <translation>Über Segmenter</translation>
    </message>
    <message>
        <source>Image segmentation by spectral clustering.</source>
        <translation>Bildsegmentierung durch spektrales Clustern.</translation>
    </message>
    <message>
        <source>Free software, BSD licence.</source>
        <translation>Freie Software unter der BSD-Lizenz.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>ActionStates</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederherstellen: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open Image…</source>
        <translation>Bild ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open an image or a project</source>
        <translation>Ein Bild oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>List the images of a folder</source>
        <translation>Die Bilder eines Ordners auflisten</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save the work on all open images</source>
        <translation>Die Arbeit an allen offenen Bildern speichern</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the work under another name</source>
        <translation>Die Arbeit unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write label masks, overlays, tables</source>
        <translation>Labelmasken, Überlagerungen und Tabellen schreiben</translation>
    </message>
    <message>
        <source>Export A&amp;gain</source>
        <translation>E&amp;rneut exportieren</translation>
    </message>
    <message>
        <source>Export as last time</source>
        <translation>Exportieren wie beim letzten Mal</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>S&amp;tapelverarbeitung…</translation>
    </message>
    <message>
        <source>Segment a whole folder</source>
        <translation>Einen ganzen Ordner segmentieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Das Programm verlassen</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>&amp;Vorheriges Bild</translation>
    </message>
    <message>
        <source>Go to the image before in the list</source>
        <translation>Zum vorherigen Bild der Liste gehen</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Go to the next image in the list</source>
        <translation>Zum nächsten Bild der Liste gehen</translation>
    </message>
    <message>
        <source>Mark as &amp;Done</source>
        <translation>Als er&amp;ledigt markieren</translation>
    </message>
    <message>
        <source>Mark the image as done</source>
        <translation>Das Bild als erledigt markieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes wiederherstellen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select all segments</source>
        <translation>Alle Segmente auswählen</translation>
    </message>
    <message>
        <source>D&amp;eselect</source>
        <translation>Auswahl au&amp;fheben</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Vereinigen</translation>
    </message>
    <message>
        <source>Make one segment of those selected</source>
        <translation>Die ausgewählten Segmente zu einem machen</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>&amp;Teilen…</translation>
    </message>
    <message>
        <source>Cut the selected segment in two</source>
        <translation>Das ausgewählte Segment in zwei teilen</translation>
    </message>
    <message>
        <source>Split into &amp;Pieces</source>
        <translation>In Teile &amp;zerlegen</translation>
    </message>
    <message>
        <source>Give each connected piece a number of its own</source>
        <translation>Jedem zusammenhängenden Teil eine eigene Nummer geben</translation>
    </message>
    <message>
        <source>Fill &amp;Holes</source>
        <translation>&amp;Löcher füllen</translation>
    </message>
    <message>
        <source>Give the selection what lies inside its holes</source>
        <translation>Der Auswahl geben, was in ihren Löchern liegt</translation>
    </message>
    <message>
        <source>Give the selection to its neighbours</source>
        <translation>Die Auswahl ihren Nachbarn zuschlagen</translation>
    </message>
    <message>
        <source>&amp;Delete to Background</source>
        <translation>Löschen (zu &amp;Hintergrund)</translation>
    </message>
    <message>
        <source>Make the selection background</source>
        <translation>Die Auswahl zu Hintergrund machen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Protect the selection from edits</source>
        <translation>Die Auswahl vor Änderungen schützen</translation>
    </message>
    <message>
        <source>Let the selection follow the parameters again</source>
        <translation>Die Auswahl wieder den Parametern folgen lassen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Give the selected segment a name</source>
        <translation>Dem ausgewählten Segment einen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>In Fenster ein&amp;passen</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>One pixel of the image for one of the screen</source>
        <translation>Ein Pixel des Bildes auf einem des Bildschirms</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show O&amp;verlay</source>
        <translation>Ü&amp;berlagerung anzeigen</translation>
    </message>
    <message>
        <source>Show or hide what lies over the image</source>
        <translation>Zeigen oder verbergen, was über dem Bild liegt</translation>
    </message>
    <message>
        <source>&amp;Next Overlay Style</source>
        <translation>&amp;Nächste Darstellung</translation>
    </message>
    <message>
        <source>Fill, contour, both</source>
        <translation>Füllung, Umriss, beides</translation>
    </message>
    <message>
        <source>Colou&amp;r by Class</source>
        <translation>N&amp;ach Klasse färben</translation>
    </message>
    <message>
        <source>Give segments the colours of their classes</source>
        <translation>Segmenten die Farben ihrer Klassen geben</translation>
    </message>
    <message>
        <source>Fi&amp;ll</source>
        <translation>&amp;Füllung</translation>
    </message>
    <message>
        <source>Colour the segments</source>
        <translation>Die Segmente einfärben</translation>
    </message>
    <message>
        <source>&amp;Contour</source>
        <translation>&amp;Umriss</translation>
    </message>
    <message>
        <source>Draw the borders of the segments</source>
        <translation>Die Ränder der Segmente zeichnen</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Bei&amp;des</translation>
    </message>
    <message>
        <source>Colours and borders</source>
        <translation>Farben und Ränder</translation>
    </message>
    <message>
        <source>&amp;Segments</source>
        <translation>&amp;Segmente</translation>
    </message>
    <message>
        <source>Bo&amp;undaries</source>
        <translation>Kan&amp;ten</translation>
    </message>
    <message>
        <source>How strong the borders are between regions of the tree</source>
        <translation>Wie stark die Kanten zwischen den Regionen des Baums sind</translation>
    </message>
    <message>
        <source>Si&amp;milarity</source>
        <translation>Ä&amp;hnlichkeit</translation>
    </message>
    <message>
        <source>How alike the pixel under the cursor is to all others</source>
        <translation>Wie ähnlich das Pixel unter dem Mauszeiger allen anderen ist</translation>
    </message>
    <message>
        <source>Mar&amp;gin</source>
        <translation>S&amp;icherheit</translation>
    </message>
    <message>
        <source>How sure each pixel is of its label</source>
        <translation>Wie sicher jedes Pixel zu seinem Label gehört</translation>
    </message>
    <message>
        <source>&amp;Eigenvector</source>
        <translation>&amp;Eigenvektor</translation>
    </message>
    <message>
        <source>The eigenvector chosen in its dock</source>
        <translation>Der Eigenvektor, der in seinem Bereich gewählt ist</translation>
    </message>
    <message>
        <source>&amp;Three Eigenvectors</source>
        <translation>D&amp;rei Eigenvektoren</translation>
    </message>
    <message>
        <source>Three eigenvectors as red, green and blue</source>
        <translation>Drei Eigenvektoren als Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>&amp;Object</source>
        <translation>&amp;Objekt</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>Click selects a segment, Shift-click adds another</source>
        <translation>Ein Klick wählt ein Segment, Umschalt-Klick ein weiteres dazu</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Paint background</source>
        <translation>Hintergrund malen</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Draw around pixels to give them to the selected segment</source>
        <translation>Pixel umfahren, um sie dem ausgewählten Segment zu geben</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Drag the image; Space or the middle button does so with any tool</source>
        <translation>Das Bild ziehen; Leertaste oder mittlere Taste tun das mit jedem Werkzeug</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Make brush and eraser larger</source>
        <translation>Pinsel und Radierer vergrößern</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Make brush and eraser smaller</source>
        <translation>Pinsel und Radierer verkleinern</translation>
    </message>
    <message>
        <source>Compute the result for these parameters</source>
        <translation>Das Ergebnis für diese Parameter berechnen</translation>
    </message>
    <message>
        <source>Results follow the sliders by themselves</source>
        <translation>Ergebnisse folgen den Reglern von selbst</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Anhalten, was gerade läuft</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>&amp;Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Zum nächsten Bereich des Fensters gehen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>Alle Tasten auflisten</translation>
    </message>
    <message>
        <source>Copy &amp;Command Line</source>
        <translation>&amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy the command that gives these files</source>
        <translation>Den Befehl kopieren, der dieselben Dateien schreibt</translation>
    </message>
    <message>
        <source>&amp;About Segmenter</source>
        <translation>&amp;Über Segmenter</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versionen und Lizenz</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Dark or light as the desktop is</source>
        <translation>Dunkel oder hell wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Close all images and begin with none</source>
        <translation>Alle Bilder schließen und neu beginnen</translation>
    </message>
    <message>
        <source>Ne&amp;w Project</source>
        <translation>Neues Pro&amp;jekt</translation>
    </message>
    <message>
        <source>&amp;Close Image</source>
        <translation>Bil&amp;d schließen</translation>
    </message>
    <message>
        <source>Take the image off the list</source>
        <translation>Das Bild aus der Liste nehmen</translation>
    </message>
    <message>
        <source>C&amp;lose Project</source>
        <translation>Projekt schl&amp;ießen</translation>
    </message>
    <message>
        <source>Close all images and the project</source>
        <translation>Alle Bilder und das Projekt schließen</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Forget which files were opened</source>
        <translation>Vergessen, welche Dateien geöffnet wurden</translation>
    </message>
    <message>
        <source>Pre&amp;vious Unfinished Image</source>
        <translation>&amp;Zum vorigen unerledigten Bild</translation>
    </message>
    <message>
        <source>Go to the image before that is not marked as done</source>
        <translation>Zum vorigen Bild, das nicht als erledigt markiert ist</translation>
    </message>
    <message>
        <source>Next &amp;Unfinished Image</source>
        <translation>Nä&amp;chstes unerledigtes Bild</translation>
    </message>
    <message>
        <source>Go to the next image that is not marked as done</source>
        <translation>Zum nächsten Bild, das nicht als erledigt markiert ist</translation>
    </message>
    <message>
        <source>&amp;Zoom to Selection</source>
        <translation>Auswahl an&amp;zeigen</translation>
    </message>
    <message>
        <source>Show the selected segments as large as they can be</source>
        <translation>Die ausgewählten Segmente so groß wie möglich zeigen</translation>
    </message>
    <message>
        <source>The segments</source>
        <translation>Die Segmente</translation>
    </message>
    <message>
        <source>&amp;Update Now</source>
        <translation>&amp;Jetzt berechnen</translation>
    </message>
    <message>
        <source>Give to Neigh&amp;bours</source>
        <translation>An &amp;Nachbarn geben</translation>
    </message>
    <message>
        <source>Follow Parameters A&amp;gain</source>
        <translation>Wieder Parametern fol&amp;gen</translation>
    </message>
    <message>
        <source>Update &amp;Automatically</source>
        <translation>A&amp;utomatisch berechnen</translation>
    </message>
    <message>
        <source>Name &amp;in Order…</source>
        <translation>&amp;Der Reihe nach benennen…</translation>
    </message>
    <message>
        <source>Call the selected segments coin 1, coin 2 and so on</source>
        <translation>Die ausgewählten Segmente Münze 1, Münze 2 und so weiter nennen</translation>
    </message>
    <message>
        <source>Renumber by Si&amp;ze</source>
        <translation>Nach Größe neu nu&amp;mmerieren</translation>
    </message>
    <message>
        <source>Give the largest segment number 1, and so on</source>
        <translation>Dem größten Segment die Nummer 1 geben und so weiter</translation>
    </message>
    <message>
        <source>Copy what is seen of the image</source>
        <translation>Kopieren, was vom Bild zu sehen ist</translation>
    </message>
    <message>
        <source>Cop&amp;y Mask</source>
        <translation>Maske kop&amp;ieren</translation>
    </message>
    <message>
        <source>Copy the selected segments as white on black; the labels of all if none is selected</source>
        <translation>Die ausgewählten Segmente weiß auf schwarz kopieren; ohne Auswahl die Labels aller</translation>
    </message>
    <message>
        <source>Open the image in the clipboard</source>
        <translation>Das Bild in der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>&amp;Scale Bar</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>Show how large things are</source>
        <translation>Zeigen, wie groß etwas ist</translation>
    </message>
    <message>
        <source>Poly&amp;gon</source>
        <translation>Poly&amp;gon</translation>
    </message>
    <message>
        <source>Click corners around pixels; edges draw the line, with Alt it is straight, Return closes it</source>
        <translation>Ecken um Pixel klicken; Kanten ziehen die Linie an, mit Alt ist sie gerade, die Eingabetaste schließt sie</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Drag to measure a length; Shift keeps it straight</source>
        <translation>Ziehen misst eine Länge; die Umschalttaste hält die Linie gerade</translation>
    </message>
    <message>
        <source>Pas&amp;te Image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Import Segments…</source>
        <translation>Segmente i&amp;mportieren…</translation>
    </message>
    <message>
        <source>Take the segments of the image from a file of another program</source>
        <translation>Die Segmente des Bildes aus einer Datei eines anderen Programms nehmen</translation>
    </message>
    <message>
        <source>Pi&amp;xel Size…</source>
        <translation>Pi&amp;xelgröße…</translation>
    </message>
    <message>
        <source>Set how large a pixel is, and in which unit</source>
        <translation>Festlegen, wie groß ein Pixel ist und in welcher Einheit</translation>
    </message>
    <message>
        <source>Click an object to select it, right-click what is too much; Shift-drag draws a box; Return makes it a segment</source>
        <translation>Ein Objekt anklicken, um es auszuwählen, mit der rechten Taste, was zu viel ist; Ziehen mit Umschalt zeichnet einen Rahmen; Eingabe macht ein Segment daraus</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Read how everything is used</source>
        <translation>Lesen, wie alles benutzt wird</translation>
    </message>
    <message>
        <source>&amp;First Minute</source>
        <translation>&amp;Erste Minute</translation>
    </message>
    <message>
        <source>Show the first five steps again</source>
        <translation>Die ersten fünf Schritte noch einmal zeigen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Result and help</source>
        <translation>Ergebnis und Hilfe</translation>
    </message>
    <message>
        <source>&amp;Before and After</source>
        <translation>&amp;Vorher und nachher</translation>
    </message>
    <message>
        <source>The image alone to the left of a line, what lies over it to the right</source>
        <translation>Links einer Linie das Bild allein, rechts mit der Überlagerung</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Show the whole image in a corner while little of it is seen</source>
        <translation>Das ganze Bild in einer Ecke zeigen, solange wenig davon zu sehen ist</translation>
    </message>
    <message>
        <source>Invert Selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Select what is not selected</source>
        <translation>Auswählen, was nicht ausgewählt ist</translation>
    </message>
    <message>
        <source>Select Similar…</source>
        <translation>Ähnliche auswählen …</translation>
    </message>
    <message>
        <source>Select what looks like the selection</source>
        <translation>Auswählen, was aussieht wie die Auswahl</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Glätten</translation>
    </message>
    <message>
        <source>Round the outline of the selection</source>
        <translation>Den Umriss der Auswahl runden</translation>
    </message>
    <message>
        <source>&amp;Grow by a Pixel</source>
        <translation>&amp;Um ein Pixel wachsen</translation>
    </message>
    <message>
        <source>Move the outline of the selection outwards</source>
        <translation>Den Umriss der Auswahl nach außen schieben</translation>
    </message>
    <message>
        <source>S&amp;hrink by a Pixel</source>
        <translation>Um ein Pixel &amp;schrumpfen</translation>
    </message>
    <message>
        <source>Move the outline of the selection inwards</source>
        <translation>Den Umriss der Auswahl nach innen schieben</translation>
    </message>
    <message>
        <source>G&amp;row or Shrink…</source>
        <translation>&amp;Wachsen oder schrumpfen …</translation>
    </message>
    <message>
        <source>Move the outline by a number of pixels</source>
        <translation>Den Umriss um eine Anzahl Pixel schieben</translation>
    </message>
    <message>
        <source>Paint the selected segment; Shift ends at edges</source>
        <translation>Das ausgewählte Segment malen; mit Umschalt bis an Kanten</translation>
    </message>
    <message>
        <source>Outlines and selection</source>
        <translation>Umrisse und Auswahl</translation>
    </message>
    <message>
        <source>&amp;Contrast…</source>
        <translation>&amp;Kontrast…</translation>
    </message>
    <message>
        <source>Choose how bright the image is shown; no number changes</source>
        <translation>Wählen, wie hell das Bild gezeigt wird; keine Zahl ändert sich</translation>
    </message>
    <message>
        <source>&amp;Names and Numbers</source>
        <translation>&amp;Namen und Nummern</translation>
    </message>
    <message>
        <source>Write on the segments what they are called</source>
        <translation>Auf die Segmente schreiben, wie sie heißen</translation>
    </message>
    <message>
        <source>Colours for &amp;Everybody</source>
        <translation>&amp;Farben für alle</translation>
    </message>
    <message>
        <source>Colours that people tell apart who see no red, no green or no blue</source>
        <translation>Farben, die auch unterscheidet, wer kein Rot, kein Grün oder kein Blau sieht</translation>
    </message>
    <message>
        <source>Export All I&amp;mages…</source>
        <translation>Alle Bilder e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write the results of all images of the project</source>
        <translation>Die Ergebnisse aller Bilder des Projekts schreiben</translation>
    </message>
    <message>
        <source>Copy Vie&amp;w</source>
        <translation>Ansi&amp;cht kopieren</translation>
    </message>
    <message>
        <source>&amp;Class Brush</source>
        <translation>&amp;Klassenpinsel</translation>
    </message>
    <message>
        <source>Give the class of the key 1 to 9 to the segments under the brush; Alt takes it away</source>
        <translation>Den Segmenten unter dem Pinsel die Klasse der Taste 1 bis 9 geben; Alt nimmt sie weg</translation>
    </message>
</context>
<context>
    <name>BackgroundEdits</name>
    <message>
        <source>There are other segments meanwhile; “{step}” was not done.</source>
        <translation>Es sind inzwischen andere Segmente da; „{step}“ wurde nicht ausgeführt.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Earlier result</source>
        <translation>Früheres Ergebnis</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Eigenvalues</source>
        <translation>Eigenwerte</translation>
    </message>
    <message>
        <source>The heights are the square roots of the eigenvalues; a click sets k.</source>
        <translation>Die Höhen sind die Wurzeln der Eigenwerte; ein Klick setzt k.</translation>
    </message>
    <message>
        <source>Left and Right go from bar to bar, Return sets k.</source>
        <translation>Links und Rechts gehen von Balken zu Balken, die Eingabetaste setzt k.</translation>
    </message>
    <message>
        <source>No eigenvalues yet</source>
        <translation>Noch keine Eigenwerte</translation>
    </message>
    <message>
        <source>{count} eigenvalues; marks: large gaps</source>
        <translation>{count} Eigenwerte; Marken: große Lücken</translation>
    </message>
    <message>
        <source>{number}: {value}; a click sets k to {number}</source>
        <translation>{number}: {value}; ein Klick setzt k auf {number}</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Only &amp;failed ones</source>
        <translation>Nur &amp;fehlgeschlagene</translation>
    </message>
    <message>
        <source>Show only the images that failed.</source>
        <translation>Nur die fehlgeschlagenen Bilder zeigen.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Segment all images</source>
        <translation>Alle Bilder segmentieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Begin no further image until you resume</source>
        <translation>Kein weiteres Bild beginnen, bis es fortgesetzt wird</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the next image</source>
        <translation>Mit dem nächsten Bild fortfahren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop; finished results stay</source>
        <translation>Anhalten; fertige Ergebnisse bleiben</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to the settings of the batch</source>
        <translation>Zurück zu den Einstellungen der Stapelverarbeitung</translation>
    </message>
    <message>
        <source>Show &amp;Results</source>
        <translation>&amp;Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the results</source>
        <translation>Den Ordner der Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Die Stapelverarbeitung schließen</translation>
    </message>
    <message>
        <source>Stop the Batch?</source>
        <translation>Stapelverarbeitung anhalten?</translation>
    </message>
    <message>
        <source>Stop the batch?</source>
        <translation>Die Stapelverarbeitung anhalten?</translation>
    </message>
    <message>
        <source>Finished results stay.</source>
        <translation>Fertige Ergebnisse bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>{count} are finished and will be skipped</source>
        <translation>{count} sind fertig und werden übersprungen</translation>
    </message>
    <message>
        <source>{percent} % looked through</source>
        <translation>{percent} % durchgesehen</translation>
    </message>
    <message>
        <source>about {time} on one processor, up to {memory} GB of memory for an image</source>
        <translation>etwa {time} auf einem Prozessor, bis zu {memory} GB Speicher für ein Bild</translation>
    </message>
    <message>
        <source>about {time} with {together} at once, up to {memory} GB of memory each</source>
        <translation>etwa {time} bei {together} zugleich, bis zu je {memory} GB Speicher</translation>
    </message>
    <message>
        <source>{percent} % – Batch</source>
        <translation>{percent} % – Stapelverarbeitung</translation>
    </message>
    <message>
        <source>{ended} of {total}</source>
        <translation>{ended} von {total}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Paused; what was begun is finished</source>
        <translation>Pausiert; Begonnenes wird noch fertig</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>{count} pro Sekunde</translation>
    </message>
    <message>
        <source>{seconds} s an image</source>
        <translation>{seconds} s pro Bild</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count} erledigt</translation>
    </message>
    <message>
        <source>({count} replaced older results)</source>
        <translation>({count} haben ältere Ergebnisse ersetzt)</translation>
    </message>
    <message>
        <source>{count} skipped, finished before</source>
        <translation>{count} übersprungen, waren schon fertig</translation>
    </message>
    <message>
        <source>({count} of them somebody’s work)</source>
        <translation>({count} davon von Hand gemacht)</translation>
    </message>
    <message>
        <source>{count} not done</source>
        <translation>{count} nicht erledigt</translation>
    </message>
    <message>
        <source>{counts}, in {time}.</source>
        <translation>{counts}, in {time}.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapelverarbeitung</translation>
    </message>
    <message>
        <source>One image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} are larger than is read</source>
        <translation>{count} sind größer, als gelesen wird</translation>
    </message>
    <message>
        <source>one is finished and will be skipped</source>
        <translation>eins ist fertig und wird übersprungen</translation>
    </message>
    <message>
        <source>one is larger than is read</source>
        <translation>eins ist größer, als gelesen wird</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Where the images are</source>
        <translation>Wo die Bilder sind</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>Den Ordner der Bilder wählen</translation>
    </message>
    <message>
        <source>I&amp;mages</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>Which files, such as *.tif, *.png; all images if nothing is said</source>
        <translation>Welche Dateien, etwa *.tif, *.png; ohne Angabe alle Bilder</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Folders &amp;inside as well</source>
        <translation>&amp;Unterordner ebenfalls</translation>
    </message>
    <message>
        <source>Look into the folders inside, too</source>
        <translation>Auch in Unterordnern suchen</translation>
    </message>
    <message>
        <source>Of the open image</source>
        <translation>Vom offenen Bild</translation>
    </message>
    <message>
        <source>&amp;Parameters</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <source>The parameters for all images</source>
        <translation>Die Parameter für alle Bilder</translation>
    </message>
    <message>
        <source>Open a preset</source>
        <translation>Eine Vorlage öffnen</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>The folder for the results</source>
        <translation>Der Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Den Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>How results are called; filled in are {fields}</source>
        <translation>Wie die Ergebnisse heißen; eingesetzt werden {fields}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>Is always written: it tells that a result is finished.</source>
        <translation>Wird immer geschrieben: Daran ist zu erkennen, dass ein Ergebnis fertig ist.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Which files are written of each image</source>
        <translation>Welche Dateien für jedes Bild geschrieben werden</translation>
    </message>
    <message>
        <source>Same numbers in &amp;all images</source>
        <translation>&amp;Gleiche Nummern in allen Bildern</translation>
    </message>
    <message>
        <source>Label numbers follow those of the first image: for time series and images of one scene.</source>
        <translation>Die Nummern der Labels folgen denen des ersten Bildes: für Zeitreihen und Bilder derselben Szene.</translation>
    </message>
    <message>
        <source>Do finished ones a&amp;gain</source>
        <translation>&amp;Fertige neu berechnen</translation>
    </message>
    <message>
        <source>Do images again whose results are there.</source>
        <translation>Auch Bilder neu berechnen, deren Ergebnisse schon da sind.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Images at once</source>
        <translation>Bilder zugleich</translation>
    </message>
    <message>
        <source>How many images are worked on at once; automatic: as processors and memory allow.</source>
        <translation>Wie viele Bilder zugleich bearbeitet werden; automatisch: so viele, wie Prozessoren und Speicher erlauben.</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>Adresse des Schedulers</translation>
    </message>
    <message>
        <source>Where the scheduler of a Dask cluster answers; its workers see both folders.</source>
        <translation>Wo der Scheduler eines Dask-Clusters antwortet; seine Worker sehen beide Ordner.</translation>
    </message>
    <message>
        <source>&amp;Work on</source>
        <translation>&amp;Rechnen auf</translation>
    </message>
    <message>
        <source>Who does the work</source>
        <translation>Wer die Arbeit macht</translation>
    </message>
    <message>
        <source>Choose the folder of the images.</source>
        <translation>Bitte den Ordner der Bilder wählen.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Bitte einen Ordner für die Ergebnisse wählen.</translation>
    </message>
    <message>
        <source>Say where the scheduler of the cluster answers.</source>
        <translation>Bitte angeben, wo der Scheduler des Clusters antwortet.</translation>
    </message>
    <message>
        <source>Open a Preset</source>
        <translation>Vorlage öffnen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name}, Seite {page}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Images of the batch</source>
        <translation>Bilder der Stapelverarbeitung</translation>
    </message>
    <message>
        <source>A double click or Return opens an image in the window.</source>
        <translation>Ein Doppelklick oder die Eingabetaste öffnet ein Bild im Fenster.</translation>
    </message>
    <message>
        <source>&amp;Open Image</source>
        <translation>Bild ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show &amp;Results</source>
        <translation>&amp;Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy Reason</source>
        <translation>Grund &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>BoundaryLayer</name>
    <message>
        <source>This boundary is there with {count} segments or more.</source>
        <translation>Diese Kante gibt es ab {count} Segmenten.</translation>
    </message>
</context>
<context>
    <name>Brush</name>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Arrow keys move a crosshair, Return clicks there, Ctrl and arrow keys move the image.</source>
        <translation>Pfeiltasten bewegen ein Fadenkreuz, die Eingabetaste klickt dort, Strg und Pfeiltasten verschieben das Bild.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
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
        <translation>Wird ermittelt: die seltenere Seite.</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Objects are brighter than the ground.</source>
        <translation>Objekte sind heller als der Grund.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Objects are darker than the ground.</source>
        <translation>Objekte sind dunkler als der Grund.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Objects at the border of the image are kept.</source>
        <translation>Objekte am Bildrand bleiben.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Objects at the border of the image become ground.</source>
        <translation>Objekte am Bildrand werden zum Grund.</translation>
    </message>
    <message>
        <source>Objects where many small ones lie on a ground, else the tree.</source>
        <translation>Objekte, wo viele kleine auf einem Grund liegen, sonst der Baum.</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Regions merged along the eigenvectors&apos; weakest boundaries.</source>
        <translation>Regionen, entlang der schwächsten Kanten der Eigenvektoren vereinigt.</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>Clusters of the eigenvectors, the classic.</source>
        <translation>Cluster der Eigenvektoren, der Klassiker.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Clusters of the colours alone, to compare with.</source>
        <translation>Cluster der Farben allein, zum Vergleich.</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Many small objects on a ground, such as cells.</source>
        <translation>Viele kleine Objekte auf einem Grund, etwa Zellen.</translation>
    </message>
    <message>
        <source>Segments (k)</source>
        <translation>Segmente (k)</translation>
    </message>
    <message>
        <source>Merge threshold</source>
        <translation>Vereinigen unter</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>Nach Bedarf</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} Bit</translation>
    </message>
    <message>
        <source>How far outlines may run beside the edges of pixels; 0 is exact</source>
        <translation>Wie weit Umrisse neben den Pixelkanten verlaufen dürfen; 0 ist genau</translation>
    </message>
    <message>
        <source>On the o&amp;verlay</source>
        <translation>Auf dem O&amp;verlay</translation>
    </message>
    <message>
        <source>What is written on every segment of the overlay</source>
        <translation>Was im Overlay auf jedem Segment steht</translation>
    </message>
    <message>
        <source>Label &amp;TIFF</source>
        <translation>Label-&amp;TIFF</translation>
    </message>
    <message>
        <source>How many bits a number has in a label TIFF</source>
        <translation>Wie viele Bit eine Nummer im Label-TIFF hat</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>&amp;Umrisse</translation>
    </message>
</context>
<context>
    <name>ClassBrush</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>There are no classes yet: Edit &gt; Class &gt; New Class makes one.</source>
        <translation>Es gibt noch keine Klassen: Bearbeiten &gt; Klasse &gt; Neue Klasse legt eine an.</translation>
    </message>
    <message>
        <source>Choose what the brush gives first: press the key of a class, 1 to 9.</source>
        <translation>Zuerst wählen, was der Pinsel gibt: mit der Taste einer Klasse, 1 bis 9.</translation>
    </message>
</context>
<context>
    <name>ClassKeys</name>
    <message>
        <source>No class has the key {key}: Edit &gt; Class makes classes.</source>
        <translation>Keine Klasse hat die Taste {key}: Bearbeiten &gt; Klasse macht Klassen.</translation>
    </message>
    <message>
        <source>New segments that are painted have no class.</source>
        <translation>Neue Segmente, die gemalt werden, haben keine Klasse.</translation>
    </message>
    <message>
        <source>New segments that are painted are of the class “{name}”.</source>
        <translation>Neue Segmente, die gemalt werden, gehören zur Klasse „{name}“.</translation>
    </message>
    <message>
        <source>The brush gives the class “{name}”.</source>
        <translation>Der Pinsel gibt die Klasse „{name}“.</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Keine Klasse</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Of the image</source>
        <translation>Anteil am Bild</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Click to show only this class, double-click to select all its segments. Drag it to a segment to give it the class, or rows of the table here.</source>
        <translation>Klicken zeigt nur diese Klasse, doppelt klicken wählt alle ihre Segmente. Auf ein Segment gezogen, gibt sie ihm die Klasse; Zeilen der Tabelle lassen sich hierher ziehen.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>ClassMenu</name>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Klasse</translation>
    </message>
    <message>
        <source>No Class</source>
        <translation>Keine Klasse</translation>
    </message>
    <message>
        <source>&amp;New Class…</source>
        <translation>&amp;Neue Klasse…</translation>
    </message>
    <message>
        <source>Select Its Segments</source>
        <translation>Ihre Segmente auswählen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key of class</source>
        <translation>Taste der Klasse</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Klasse entfernen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>New Class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Name of the class:</source>
        <translation>Name der Klasse:</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>Colour of the Class</source>
        <translation>Farbe der Klasse</translation>
    </message>
    <message>
        <source>Colour class</source>
        <translation>Klasse färben</translation>
    </message>
    <message>
        <source>Select Segments &amp;Without a Class</source>
        <translation>Segmente &amp;ohne Klasse auswählen</translation>
    </message>
    <message>
        <source>For Painted Segments</source>
        <translation>Für gemalte Segmente</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>There are more labels than an image in the clipboard holds; export them.</source>
        <translation>Es gibt mehr Labels, als ein Bild in der Zwischenablage fasst; exportieren Sie sie.</translation>
    </message>
    <message>
        <source>There is no image in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Export Under Way</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Files are still to be written.</source>
        <translation>Es sind noch Dateien zu schreiben.</translation>
    </message>
    <message>
        <source>The program can be left as soon as the export is finished.</source>
        <translation>Das Programm kann verlassen werden, sobald der Export fertig ist.</translation>
    </message>
    <message>
        <source>&amp;Wait, Then Quit</source>
        <translation>&amp;Warten, dann beenden</translation>
    </message>
    <message>
        <source>&amp;Quit Without Exporting</source>
        <translation>&amp;Ohne Export beenden</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>&amp;Compare With…</source>
        <translation>&amp;Vergleichen mit…</translation>
    </message>
    <message>
        <source>Choose a file with another segmentation of the image</source>
        <translation>Eine Datei mit einer anderen Segmentierung des Bildes wählen</translation>
    </message>
    <message>
        <source>Draw &amp;differences</source>
        <translation>&amp;Unterschiede zeichnen</translation>
    </message>
    <message>
        <source>Red: only the segment here has it. Blue: only that of the file has it. Violet: both, differently.</source>
        <translation>Rot: nur das Segment hier hat es. Blau: nur das der Datei hat es. Violett: beide, aber verschieden.</translation>
    </message>
    <message>
        <source>Segments, the least alike first</source>
        <translation>Segmente, die unähnlichsten zuerst</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Compare With</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentierungen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Beside another segmentation of the image: which segments are alike?</source>
        <translation>Neben einer anderen Segmentierung des Bildes: Welche Segmente gleichen sich?</translation>
    </message>
    <message>
        <source>“{name}”: covering {covering}, variation of information {information} bits, F1 {f1}</source>
        <translation>„{name}“: Überdeckung {covering}, Informationsvariation {information} Bit, F1 {f1}</translation>
    </message>
</context>
<context>
    <name>ContrastDialog</name>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>All channels &amp;together</source>
        <translation>Alle Kanäle &amp;gemeinsam</translation>
    </message>
    <message>
        <source>&amp;Show this channel</source>
        <translation>Kanal &amp;sichtbar</translation>
    </message>
    <message>
        <source>C&amp;olour…</source>
        <translation>&amp;Farbe…</translation>
    </message>
    <message>
        <source>M&amp;inimum</source>
        <translation>M&amp;inimum</translation>
    </message>
    <message>
        <source>M&amp;aximum</source>
        <translation>M&amp;aximum</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>Ga&amp;mma</translation>
    </message>
    <message>
        <source>A&amp;uto</source>
        <translation>A&amp;uto</translation>
    </message>
    <message>
        <source>Stretch the values that are there</source>
        <translation>Die vorhandenen Werte spreizen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Show the image as it was opened</source>
        <translation>Das Bild zeigen, wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>Colour of the Channel</source>
        <translation>Farbe des Kanals</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Line between the image and what lies over it</source>
        <translation>Linie zwischen dem Bild und seiner Überlagerung</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
</context>
<context>
    <name>Diameters</name>
    <message>
        <source>smallest: {length}</source>
        <translation>kleinste: {length}</translation>
    </message>
    <message>
        <source>largest: {length}</source>
        <translation>größte: {length}</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>A class needs a name.</source>
        <translation>Eine Klasse braucht einen Namen.</translation>
    </message>
    <message>
        <source>All of this belongs to segments that are locked or were edited.</source>
        <translation>Alles davon gehört zu Segmenten, die gesperrt sind oder bearbeitet wurden.</translation>
    </message>
    <message>
        <source>Nothing is selected there.</source>
        <translation>Dort ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing to absorb into: the selection has no unlocked neighbour.</source>
        <translation>Nichts, dem sie zugeschlagen werden könnte: Die Auswahl hat keinen Nachbarn, der nicht gesperrt ist.</translation>
    </message>
    <message>
        <source>Nothing to fill: the selection has no holes.</source>
        <translation>Nichts zu füllen: Die Auswahl hat keine Löcher.</translation>
    </message>
    <message>
        <source>Nothing to split: the selection is in one piece already.</source>
        <translation>Nichts zu zerlegen: Die Auswahl hängt schon zusammen.</translation>
    </message>
    <message>
        <source>Select a segment first: click it in the image or in the table.</source>
        <translation>Zuerst ein Segment auswählen: im Bild oder in der Tabelle anklicken.</translation>
    </message>
    <message>
        <source>Select two or more segments to merge: click one, Shift-click the others.</source>
        <translation>Zum Vereinigen zwei oder mehr Segmente auswählen: eines anklicken, die anderen mit Umschalt-Klick.</translation>
    </message>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>There is a class {name} already.</source>
        <translation>Eine Klasse {name} gibt es schon.</translation>
    </message>
    <message>
        <source>{name} cannot be split there: one of the parts would be empty.</source>
        <translation>{name} lässt sich dort nicht teilen: Einer der Teile wäre leer.</translation>
    </message>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} ist gesperrt; zuerst entsperren.</translation>
    </message>
    <message>
        <source>An outline is moved by 1 to {most} pixels.</source>
        <translation>Ein Umriss wird um 1 bis {most} Pixel geschoben.</translation>
    </message>
    <message>
        <source>Nothing to change: the outline is like that already, or held by locked segments.</source>
        <translation>Nichts zu ändern: Der Umriss ist schon so, oder gesperrte Segmente halten ihn.</translation>
    </message>
    <message>
        <source>Nothing would be left of {name}.</source>
        <translation>Von {name} bliebe nichts übrig.</translation>
    </message>
</context>
<context>
    <name>EigenvectorList</name>
    <message>
        <source>Eigenvectors</source>
        <translation>Eigenvektoren</translation>
    </message>
</context>
<context>
    <name>EigenvectorModel</name>
    <message>
        <source>Eigenvector {number}</source>
        <translation>Eigenvektor {number}</translation>
    </message>
    <message>
        <source>Eigenvector {number}: eigenvalue {value}, residual {residual}.</source>
        <translation>Eigenvektor {number}: Eigenwert {value}, Residuum {residual}.</translation>
    </message>
    <message>
        <source>The clustering uses it.</source>
        <translation>Das Clustern verwendet ihn.</translation>
    </message>
    <message>
        <source>It is left out of the clustering.</source>
        <translation>Das Clustern lässt ihn weg.</translation>
    </message>
</context>
<context>
    <name>EigenvectorPanel</name>
    <message>
        <source>Show Three as Colours</source>
        <translation>Drei als Farben zeigen</translation>
    </message>
    <message>
        <source>Show three selected eigenvectors as red, green and blue.</source>
        <translation>Drei ausgewählte Eigenvektoren als Rot, Grün und Blau zeigen.</translation>
    </message>
    <message>
        <source>Show Segments</source>
        <translation>Segmente zeigen</translation>
    </message>
    <message>
        <source>Show the segments over the image again.</source>
        <translation>Wieder die Segmente über dem Bild zeigen.</translation>
    </message>
    <message>
        <source>Eigenvectors come with the first result.</source>
        <translation>Eigenvektoren kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>The graph is too large to keep its eigenvectors; a larger Reduction shows them.</source>
        <translation>Der Graph ist zu groß, um seine Eigenvektoren zu behalten; eine größere Verkleinerung zeigt sie.</translation>
    </message>
    <message>
        <source>Leave Out of the Clustering</source>
        <translation>Beim Clustern weglassen</translation>
    </message>
    <message>
        <source>Use in the Clustering</source>
        <translation>Beim Clustern verwenden</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected Error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Your work is safe, and you can go on.</source>
        <translation>Die Arbeit ist gesichert, es kann weitergehen.</translation>
    </message>
    <message>
        <source>Save your work before you go on; it could not be saved by itself.</source>
        <translation>Bitte die Arbeit speichern, bevor es weitergeht; von selbst ließ sie sich nicht sichern.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Etwas ist schiefgegangen, was nicht sollte.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the details, for a report</source>
        <translation>Die Einzelheiten kopieren, für einen Bericht</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;exports&quot; is empty.</source>
        <translation>„exports“ ist leer.</translation>
    </message>
    <message>
        <source>&quot;exports&quot; names a format that does not exist, {0}.</source>
        <translation>„exports“ nennt ein Format, das es nicht gibt: {0}.</translation>
    </message>
    <message>
        <source>&quot;options&quot; has a value that does not exist.</source>
        <translation>„options“ hat einen Wert, den es nicht gibt.</translation>
    </message>
    <message>
        <source>&quot;reference&quot; must be a table of numbers.</source>
        <translation>„reference“ muss eine Tabelle von Zahlen sein.</translation>
    </message>
    <message>
        <source>&quot;reference&quot; must have a label for every row.</source>
        <translation>„reference“ muss für jede Zeile ein Label haben.</translation>
    </message>
    <message>
        <source>&quot;segments&quot; must be tables with labels.</source>
        <translation>„segments“ müssen Tabellen mit Labels sein.</translation>
    </message>
    <message>
        <source>&quot;segments&quot; must have names.</source>
        <translation>„segments“ müssen Namen haben.</translation>
    </message>
    <message>
        <source>&quot;sha256&quot; is none.</source>
        <translation>„sha256“ ist keiner.</translation>
    </message>
    <message>
        <source>&quot;unsaved&quot; must be a list of entries.</source>
        <translation>„unsaved“ muss eine Liste von Einträgen sein.</translation>
    </message>
    <message>
        <source>&quot;versions&quot; must be texts.</source>
        <translation>„versions“ müssen Texte sein.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is missing.</source>
        <translation>„{0}“ fehlt.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is out of range.</source>
        <translation>„{0}“ liegt außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be {1}.</source>
        <translation>„{0}“ muss {1} sein.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; names no file.</source>
        <translation>„{0}“ nennt keine Datei.</translation>
    </message>
    <message>
        <source>&apos;auto&apos; or {0}</source>
        <translation>&apos;auto&apos; oder {0}</translation>
    </message>
    <message>
        <source>A layer of labels must have rows and columns, and nothing else.</source>
        <translation>Eine Ebene mit Labels muss Zeilen und Spalten haben und sonst nichts.</translation>
    </message>
    <message>
        <source>A project is opened by itself, not together with other files.</source>
        <translation>Ein Projekt wird für sich geöffnet, nicht zusammen mit anderen Dateien.</translation>
    </message>
    <message>
        <source>An image has rows, columns and channels; this array has the shape {0}.</source>
        <translation>Ein Bild hat Zeilen, Spalten und Kanäle; dieses Feld hat die Form {0}.</translation>
    </message>
    <message>
        <source>An image that is no file cannot be part of a project.</source>
        <translation>Ein Bild, das keine Datei ist, kann nicht Teil eines Projekts sein.</translation>
    </message>
    <message>
        <source>An image that is no file has no recipe.</source>
        <translation>Ein Bild, das keine Datei ist, hat kein Rezept.</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Journals in {0} cannot be read: {1}.</source>
        <translation>Sicherungen in {0} können nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>Labels that nobody knows the parameters of have no recipe.</source>
        <translation>Labels, deren Parameter niemand kennt, haben kein Rezept.</translation>
    </message>
    <message>
        <source>More than {0} segments cannot be saved; merge or absorb small ones first.</source>
        <translation>Mehr als {0} Segmente können nicht gespeichert werden; zuerst kleine vereinigen oder an Nachbarn geben.</translation>
    </message>
    <message>
        <source>No journal can be kept in {0}: {1}.</source>
        <translation>In {0} kann keine Sicherung geführt werden: {1}.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Samples of type {0} are not numbers that an image can have.</source>
        <translation>Werte vom Typ {0} sind keine Zahlen, die ein Bild haben kann.</translation>
    </message>
    <message>
        <source>The image of this recipe, {0}, is missing.</source>
        <translation>Das Bild dieses Rezepts, {0}, fehlt.</translation>
    </message>
    <message>
        <source>The labels in the project are damaged.</source>
        <translation>Die Labels im Projekt sind beschädigt.</translation>
    </message>
    <message>
        <source>The labels in the project are not those of its segments.</source>
        <translation>Die Labels im Projekt sind nicht die seiner Segmente.</translation>
    </message>
    <message>
        <source>The pasted image cannot be kept in {0}: {1}.</source>
        <translation>Das eingefügte Bild kann nicht in {0} abgelegt werden: {1}.</translation>
    </message>
    <message>
        <source>The project holds labels of more than {0} pixels.</source>
        <translation>Das Projekt enthält Labels von mehr als {0} Pixeln.</translation>
    </message>
    <message>
        <source>The segments are of {0} pixels, the image is of {1}.</source>
        <translation>Die Segmente sind von {0} Pixeln, das Bild ist von {1}.</translation>
    </message>
    <message>
        <source>There are more segments than a project can hold; divide the images among several.</source>
        <translation>Es sind mehr Segmente, als ein Projekt fassen kann; die Bilder auf mehrere verteilen.</translation>
    </message>
    <message>
        <source>There are no images in “{0}”.</source>
        <translation>In „{0}“ sind keine Bilder.</translation>
    </message>
    <message>
        <source>There is nothing to export yet; segments come with the first result.</source>
        <translation>Es gibt noch nichts zu exportieren; Segmente kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>a click must be [row, column, true or false], whole numbers from 0.</source>
        <translation>ein Klick muss [Zeile, Spalte, true oder false] sein, ganze Zahlen ab 0.</translation>
    </message>
    <message>
        <source>a colour must be written as #ff8000.</source>
        <translation>eine Farbe muss wie #ff8000 geschrieben sein.</translation>
    </message>
    <message>
        <source>a number from {0} to {1}</source>
        <translation>eine Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>a pixel must have a size.</source>
        <translation>ein Pixel muss eine Größe haben.</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>eine ganze Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>an image is in it twice.</source>
        <translation>ein Bild steht zweimal darin.</translation>
    </message>
    <message>
        <source>belongs in the section [{0}]</source>
        <translation>gehört in den Abschnitt [{0}]</translation>
    </message>
    <message>
        <source>cannot be opened: {0}</source>
        <translation>kann nicht geöffnet werden: {0}</translation>
    </message>
    <message>
        <source>class {0}: {1}</source>
        <translation>Klasse {0}: {1}</translation>
    </message>
    <message>
        <source>classes must be a list.</source>
        <translation>Klassen müssen eine Liste sein.</translation>
    </message>
    <message>
        <source>classes must have numbers and keys of their own.</source>
        <translation>Klassen müssen eigene Nummern und Tasten haben.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>does not exist; did you mean {0}?</source>
        <translation>gibt es nicht; gemeint ist vielleicht {0}?</translation>
    </message>
    <message>
        <source>does not exist{0}</source>
        <translation>gibt es nicht{0}</translation>
    </message>
    <message>
        <source>does not say how large its image is; name the image as well</source>
        <translation>sagt nicht, wie groß das Bild ist; das Bild ebenfalls angeben</translation>
    </message>
    <message>
        <source>each of &quot;images&quot; must say its &quot;image&quot;.</source>
        <translation>jeder Eintrag von &quot;images&quot; muss sein &quot;image&quot; nennen.</translation>
    </message>
    <message>
        <source>has CIELAB colours as {0}, which are not read</source>
        <translation>hat CIELAB-Farben als {0}; diese werden nicht gelesen</translation>
    </message>
    <message>
        <source>has CMYK colours as {0}, which are not read</source>
        <translation>hat CMYK-Farben als {0}; diese werden nicht gelesen</translation>
    </message>
    <message>
        <source>has colours of a kind ({0}) that is not read</source>
        <translation>hat Farben einer Art ({0}), die nicht gelesen wird</translation>
    </message>
    <message>
        <source>has more than the {0} objects that are read</source>
        <translation>hat mehr als die {0} Objekte, die gelesen werden</translation>
    </message>
    <message>
        <source>has more than the {0} regions that are read</source>
        <translation>hat mehr als die {0} Regionen, die gelesen werden</translation>
    </message>
    <message>
        <source>has more than {0} pages, which is more than is read</source>
        <translation>hat mehr als {0} Seiten, also mehr, als gelesen werden</translation>
    </message>
    <message>
        <source>has no pages</source>
        <translation>hat keine Seiten</translation>
    </message>
    <message>
        <source>has no pixels</source>
        <translation>hat keine Pixel</translation>
    </message>
    <message>
        <source>has one page, counted from 0, and no page {0}</source>
        <translation>hat eine Seite, von 0 gezählt, und keine Seite {0}</translation>
    </message>
    <message>
        <source>has outlines that are longer than can be read</source>
        <translation>hat Umrisse, die länger sind, als gelesen werden kann</translation>
    </message>
    <message>
        <source>has samples of a type{0} that is not read</source>
        <translation>hat Werte eines Typs{0}, der nicht gelesen wird</translation>
    </message>
    <message>
        <source>has {0} channels, more than the {1} that are read</source>
        <translation>hat {0} Kanäle, mehr als die {1}, die gelesen werden</translation>
    </message>
    <message>
        <source>has {0} × {1} pixels, more than the {2} that are read</source>
        <translation>hat {0} × {1} Pixel, mehr als die {2}, die gelesen werden</translation>
    </message>
    <message>
        <source>has {0}, counted from 0, and no page {1}</source>
        <translation>hat {0}, von 0 gezählt, und keine Seite {1}</translation>
    </message>
    <message>
        <source>holds more than the {0} MB that are read</source>
        <translation>enthält mehr als die {0} MB, die gelesen werden</translation>
    </message>
    <message>
        <source>holds more than the {0} numbers that are read</source>
        <translation>enthält mehr als die {0} Zahlen, die gelesen werden</translation>
    </message>
    <message>
        <source>holds no regions of interest</source>
        <translation>enthält keine Regionen</translation>
    </message>
    <message>
        <source>holds numbers that no label can have</source>
        <translation>enthält Zahlen, die kein Label haben kann</translation>
    </message>
    <message>
        <source>is JSON, but no segmentation of a kind that is read</source>
        <translation>ist JSON, aber keine Segmentierung einer Art, die gelesen wird</translation>
    </message>
    <message>
        <source>is a JPEG 2000 image of {0} channels, more than the 4 that are read</source>
        <translation>ist ein JPEG-2000-Bild mit {0} Kanälen, mehr als die 4, die gelesen werden</translation>
    </message>
    <message>
        <source>is a JPEG XL image of {0} channels, more than the 4 that are read</source>
        <translation>ist ein JPEG-XL-Bild mit {0} Kanälen, mehr als die 4, die gelesen werden</translation>
    </message>
    <message>
        <source>is a JPEG XL image with a preview, which is not read</source>
        <translation>ist ein JPEG-XL-Bild mit einer Vorschau; diese wird nicht gelesen</translation>
    </message>
    <message>
        <source>is a JPEG of more than {0} scans, which would take too long to read</source>
        <translation>ist ein JPEG mit mehr als {0} Durchgängen; es zu lesen dauerte zu lange</translation>
    </message>
    <message>
        <source>is compressed in a way ({0}) that is not read</source>
        <translation>ist auf eine Art komprimiert ({0}), die nicht gelesen wird</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>is damaged or cut short</source>
        <translation>ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>is damaged, or no JSON</source>
        <translation>ist beschädigt oder kein JSON</translation>
    </message>
    <message>
        <source>is damaged: &quot;{0}&quot; is missing or not what it must be</source>
        <translation>ist beschädigt: „{0}“ fehlt oder ist nicht, was es sein muss</translation>
    </message>
    <message>
        <source>is damaged: a mask has runs that are none</source>
        <translation>ist beschädigt: eine Maske hat Läufe, die keine sind</translation>
    </message>
    <message>
        <source>is damaged: a mask is larger than its image</source>
        <translation>ist beschädigt: eine Maske ist größer als ihr Bild</translation>
    </message>
    <message>
        <source>is damaged: a mask is no PNG</source>
        <translation>ist beschädigt: eine Maske ist kein PNG</translation>
    </message>
    <message>
        <source>is damaged: a mask is not of the size of its image</source>
        <translation>ist beschädigt: eine Maske hat nicht die Größe ihres Bildes</translation>
    </message>
    <message>
        <source>is damaged: a polygon has no coordinates</source>
        <translation>ist beschädigt: ein Polygon hat keine Koordinaten</translation>
    </message>
    <message>
        <source>is damaged: an outline has corners that are none</source>
        <translation>ist beschädigt: ein Umriss hat Ecken, die keine sind</translation>
    </message>
    <message>
        <source>is damaged: it has a region that is none</source>
        <translation>ist beschädigt: es hat eine Region, die keine ist</translation>
    </message>
    <message>
        <source>is damaged: it has no size that an image can have</source>
        <translation>ist beschädigt: es hat keine Größe, die ein Bild haben kann</translation>
    </message>
    <message>
        <source>is damaged: its header makes no sense</source>
        <translation>ist beschädigt: sein Kopf ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>is damaged: its palette lacks colours</source>
        <translation>ist beschädigt: in seiner Palette fehlen Farben</translation>
    </message>
    <message>
        <source>is damaged: parts of its pixels are missing</source>
        <translation>ist beschädigt: ein Teil der Pixel fehlt</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is larger than the {0} GB that are read</source>
        <translation>ist größer als die {0} GB, die gelesen werden</translation>
    </message>
    <message>
        <source>is larger than the {0} MB of JSON that are read</source>
        <translation>ist größer als die {0} MB JSON, die gelesen werden</translation>
    </message>
    <message>
        <source>is no array of one number a pixel</source>
        <translation>ist kein Feld mit einer Zahl je Pixel</translation>
    </message>
    <message>
        <source>is no image of one number a pixel</source>
        <translation>ist kein Bild mit einer Zahl je Pixel</translation>
    </message>
    <message>
        <source>is not TOML: {0}</source>
        <translation>ist kein TOML: {0}</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>is not a known name; did you mean {0}?</source>
        <translation>ist kein bekannter Name; gemeint ist vielleicht {0}?</translation>
    </message>
    <message>
        <source>is not a known name{0}</source>
        <translation>ist kein bekannter Name{0}</translation>
    </message>
    <message>
        <source>is not a segmentation of a kind that is read</source>
        <translation>ist keine Segmentierung einer Art, die gelesen wird</translation>
    </message>
    <message>
        <source>is not an image of a kind that is read</source>
        <translation>ist kein Bild einer Art, die gelesen wird</translation>
    </message>
    <message>
        <source>is of an image of more than the {0} pixels that are read where it is not named</source>
        <translation>gehört zu einem Bild von mehr als den {0} Pixeln, die gelesen werden, wo es nicht angegeben ist</translation>
    </message>
    <message>
        <source>is of an image of {0} pixels, and this one is of {1}</source>
        <translation>gehört zu einem Bild von {0} Pixeln, und dieses hat {1}</translation>
    </message>
    <message>
        <source>it does not say &quot;format&quot;: &quot;{0}&quot;.</source>
        <translation>es sagt nicht &quot;format&quot;: &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>it has more than {0} images.</source>
        <translation>es hat mehr als {0} Bilder.</translation>
    </message>
    <message>
        <source>it has segments without labels.</source>
        <translation>es hat Segmente ohne Labels.</translation>
    </message>
    <message>
        <source>it has two segments of one number.</source>
        <translation>es hat zwei Segmente mit derselben Nummer.</translation>
    </message>
    <message>
        <source>it is damaged, cut short, or no project.</source>
        <translation>es ist beschädigt, abgeschnitten oder kein Projekt.</translation>
    </message>
    <message>
        <source>it is larger than a project can be.</source>
        <translation>es ist größer, als ein Projekt sein kann.</translation>
    </message>
    <message>
        <source>it is no project.</source>
        <translation>es ist kein Projekt.</translation>
    </message>
    <message>
        <source>it is not JSON ({0}).</source>
        <translation>es ist kein JSON ({0}).</translation>
    </message>
    <message>
        <source>it must have either &quot;objects&quot; or &quot;images&quot;.</source>
        <translation>sie muss entweder &quot;objects&quot; oder &quot;images&quot; enthalten.</translation>
    </message>
    <message>
        <source>it was saved by a newer Segmenter, {0}.</source>
        <translation>es wurde von einem neueren Segmenter gespeichert, {0}.</translation>
    </message>
    <message>
        <source>its labels are of a kind or size that is not read.</source>
        <translation>seine Labels sind von einer Art oder Größe, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>its version is not {0}, the only one this program knows.</source>
        <translation>seine Version ist nicht {0}, die einzige, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>labels are missing in it.</source>
        <translation>darin fehlen Labels.</translation>
    </message>
    <message>
        <source>may not be read: permission is denied</source>
        <translation>darf nicht gelesen werden: keine Berechtigung</translation>
    </message>
    <message>
        <source>must be a table of groups</source>
        <translation>muss eine Tabelle von Gruppen sein</translation>
    </message>
    <message>
        <source>must be a table of parameters</source>
        <translation>muss eine Tabelle von Parametern sein</translation>
    </message>
    <message>
        <source>must be at most {0}, the number of eigenvectors; lower k or solve more of them</source>
        <translation>darf höchstens {0} sein, die Zahl der Eigenvektoren; k senken oder mehr davon berechnen</translation>
    </message>
    <message>
        <source>must be {0}</source>
        <translation>muss {0} sein</translation>
    </message>
    <message>
        <source>no scheduler answers at {0}.</source>
        <translation>unter {0} antwortet kein Scheduler.</translation>
    </message>
    <message>
        <source>numbers from 2 to 64 with spaces between</source>
        <translation>Zahlen von 2 bis 64 mit Leerzeichen dazwischen</translation>
    </message>
    <message>
        <source>object {0} is no table.</source>
        <translation>Objekt {0} ist keine Tabelle.</translation>
    </message>
    <message>
        <source>object {0}: &quot;name&quot; and &quot;class&quot; must be short texts.</source>
        <translation>Objekt {0}: &quot;name&quot; und &quot;class&quot; müssen kurze Texte sein.</translation>
    </message>
    <message>
        <source>object {0}: {1}</source>
        <translation>Objekt {0}: {1}</translation>
    </message>
    <message>
        <source>page {0} does not exist, pages count from 1.</source>
        <translation>Seite {0} gibt es nicht, Seiten zählen ab 1.</translation>
    </message>
    <message>
        <source>results would lie among the images of {0}; choose another folder for them.</source>
        <translation>Ergebnisse lägen zwischen den Bildern von {0}; einen anderen Ordner dafür wählen.</translation>
    </message>
    <message>
        <source>speaks of no image</source>
        <translation>spricht von keinem Bild</translation>
    </message>
    <message>
        <source>speaks of {0} images, and none of them is called {1}</source>
        <translation>spricht von {0} Bildern, und keines davon heißt {1}</translation>
    </message>
    <message>
        <source>speaks of {0} images; name the one that is meant</source>
        <translation>spricht von {0} Bildern; das gemeinte angeben</translation>
    </message>
    <message>
        <source>the folder {0} could not be made: {1}.</source>
        <translation>der Ordner {0} konnte nicht angelegt werden: {1}.</translation>
    </message>
    <message>
        <source>the results would lie among the images of {0}; choose another folder for them.</source>
        <translation>die Ergebnisse lägen zwischen den Bildern von {0}; einen anderen Ordner dafür wählen.</translation>
    </message>
    <message>
        <source>the scheduler at {0} does not answer any more.</source>
        <translation>der Scheduler unter {0} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>the template has a brace that belongs to no field.</source>
        <translation>die Vorlage hat eine Klammer, die zu keinem Feld gehört.</translation>
    </message>
    <message>
        <source>the template has a field {{{0}}} that does not exist; there are {1}.</source>
        <translation>die Vorlage hat ein Feld {{{0}}}, das es nicht gibt; es gibt {1}.</translation>
    </message>
    <message>
        <source>the template must end in a name.</source>
        <translation>die Vorlage muss mit einem Namen enden.</translation>
    </message>
    <message>
        <source>the template must stay inside the folder of results.</source>
        <translation>die Vorlage muss im Ordner der Ergebnisse bleiben.</translation>
    </message>
    <message>
        <source>there are more than {0} objects.</source>
        <translation>es sind mehr als {0} Objekte.</translation>
    </message>
    <message>
        <source>there must be a click on the object, or a box.</source>
        <translation>es muss einen Klick auf das Objekt geben, oder einen Rahmen.</translation>
    </message>
    <message>
        <source>would take {0} GB of memory, which is more than is read</source>
        <translation>bräuchte {0} GB Speicher, mehr, als gelesen wird</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} = {1} (line {2}): {3}</source>
        <translation>{0} = {1} (Zeile {2}): {3}</translation>
    </message>
    <message>
        <source>{0} = {1}: {2}</source>
        <translation>{0} = {1}: {2}</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0} kann nicht geöffnet werden: {1}</translation>
    </message>
    <message>
        <source>{0} channels are more than the {1} that are read.</source>
        <translation>{0} Kanäle sind mehr als die {1}, die gelesen werden.</translation>
    </message>
    <message>
        <source>{0} could not be read as a label image: {1}.</source>
        <translation>{0} konnte nicht als Labelbild gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} konnte nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>{0} konnte nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} has changed since this recipe was made (its SHA-256 differs).</source>
        <translation>{0} hat sich geändert, seit dieses Rezept gemacht wurde (die SHA-256 ist eine andere).</translation>
    </message>
    <message>
        <source>{0} has no page {1}: its last is {2}.</source>
        <translation>{0} hat keine Seite {1}: die letzte ist {2}.</translation>
    </message>
    <message>
        <source>{0} has no {1}{2}.</source>
        <translation>{0} hat keine {1}{2}.</translation>
    </message>
    <message>
        <source>{0} holds numbers that no label can have.</source>
        <translation>{0} enthält Zahlen, die kein Label haben kann.</translation>
    </message>
    <message>
        <source>{0} is an open image, which is never overwritten; choose another folder or name.</source>
        <translation>{0} ist ein geöffnetes Bild und wird nie überschrieben; einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>{0} is damaged; {1} cannot be made of it.</source>
        <translation>{0} ist beschädigt; {1} kann nicht daraus gemacht werden.</translation>
    </message>
    <message>
        <source>{0} is missing, and so is any copy of it.</source>
        <translation>{0} fehlt, und jede Kopie davon auch.</translation>
    </message>
    <message>
        <source>{0} is no label image: its pixels are not single whole numbers.</source>
        <translation>{0} ist kein Labelbild: seine Pixel sind keine einzelnen ganzen Zahlen.</translation>
    </message>
    <message>
        <source>{0} is no recipe that can be repeated: {1}</source>
        <translation>{0} ist kein Rezept, das wiederholt werden kann: {1}</translation>
    </message>
    <message>
        <source>{0} is no recipe: it is not text.</source>
        <translation>{0} ist kein Rezept: es ist kein Text.</translation>
    </message>
    <message>
        <source>{0} is not a preset.</source>
        <translation>{0} ist keine Vorlage.</translation>
    </message>
    <message>
        <source>{0} is there already, and is no log of a batch; choose another folder.</source>
        <translation>{0} gibt es schon, und es ist kein Protokoll eines Stapels; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{0} is there already, and is not of this program; choose another folder.</source>
        <translation>{0} gibt es schon, und es ist nicht von diesem Programm; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{0} needs more memory than there is.</source>
        <translation>{0} braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>{0}, itself an image, would be overwritten; choose another folder for the results.</source>
        <translation>{0}, selbst ein Bild, würde überschrieben; einen anderen Ordner für die Ergebnisse wählen.</translation>
    </message>
    <message>
        <source>“{0}” is of a kind that is not read.</source>
        <translation>„{0}“ ist von einer Art, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>“{0}” needs more memory than there is.</source>
        <translation>„{0}“ braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>“{0}” {1}.</source>
        <translation>„{0}“ {1}.</translation>
    </message>
    <message>
        <source>it has clicks outside an image.</source>
        <translation>es hat Klicks außerhalb eines Bildes.</translation>
    </message>
    <message>
        <source>&quot;box&quot; must be [top, left, bottom, right], whole numbers from 0.</source>
        <translation>&quot;box&quot; muss [oben, links, unten, rechts] sein, ganze Zahlen ab 0.</translation>
    </message>
    <message>
        <source>&quot;box&quot; must not be empty.</source>
        <translation>&quot;box&quot; darf nicht leer sein.</translation>
    </message>
    <message>
        <source>&quot;clicks&quot; must be a list of at most {0} clicks.</source>
        <translation>&quot;clicks&quot; muss eine Liste von höchstens {0} Klicks sein.</translation>
    </message>
    <message>
        <source>&quot;contrast&quot; has a value that no image can be shown with.</source>
        <translation>„contrast“ hat einen Wert, mit dem sich kein Bild zeigen lässt.</translation>
    </message>
    <message>
        <source>&quot;contrast&quot; must be a list of channels.</source>
        <translation>„contrast“ muss eine Liste von Kanälen sein.</translation>
    </message>
    <message>
        <source>&quot;grown&quot; must be a whole number up to {0}.</source>
        <translation>&quot;grown&quot; muss eine ganze Zahl bis {0} sein.</translation>
    </message>
    <message>
        <source>&quot;images&quot; must be a list of images.</source>
        <translation>&quot;images&quot; muss eine Liste von Bildern sein.</translation>
    </message>
    <message>
        <source>&quot;objects&quot; must be a list of objects.</source>
        <translation>&quot;objects&quot; muss eine Liste von Objekten sein.</translation>
    </message>
    <message>
        <source>&quot;page&quot; of {0} must count from 1.</source>
        <translation>&quot;page&quot; von {0} muss ab 1 zählen.</translation>
    </message>
    <message>
        <source>{0}, itself an image, would be overwritten; choose another folder.</source>
        <translation>{0}, selbst ein Bild, würde überschrieben; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>1 chosen colour went with the segment that had it.</source>
        <translation>1 gewählte Farbe ging mit dem Segment, das sie hatte.</translation>
    </message>
    <message>
        <source>1 object had no pixel of its own.</source>
        <translation>1 Objekt hatte kein eigenes Pixel.</translation>
    </message>
    <message>
        <source>1 pixel belonged to several objects; the last one has it.</source>
        <translation>1 Pixel gehörte zu mehreren Objekten; das letzte hat es.</translation>
    </message>
    <message>
        <source>1 pixel that is not a finite number was left out.</source>
        <translation>1 Pixel, das keine endliche Zahl ist, blieb weg.</translation>
    </message>
    <message>
        <source>CMYK inks were converted to RGB without a profile: colours are approximate.</source>
        <translation>CMYK wurde ohne Profil nach RGB umgerechnet: die Farben sind ungefähr.</translation>
    </message>
    <message>
        <source>Colours were converted from the profile in the file to sRGB.</source>
        <translation>Die Farben wurden vom Profil in der Datei nach sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>Labels above {0} were numbered anew, in their order.</source>
        <translation>Labels über {0} wurden in ihrer Reihenfolge neu nummeriert.</translation>
    </message>
    <message>
        <source>Labels: {0} instead of {1}, {2}.</source>
        <translation>Labels: {0} statt {1}, {2}.</translation>
    </message>
    <message>
        <source>No objects were found.</source>
        <translation>Es wurden keine Objekte gefunden.</translation>
    </message>
    <message>
        <source>Parts of this image are empty in the file; they are read as one plain colour.</source>
        <translation>Teile dieses Bildes sind in der Datei leer; sie werden als eine Farbe gelesen.</translation>
    </message>
    <message>
        <source>The colour profile in the file could not be used.</source>
        <translation>Das Farbprofil in der Datei konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The colour profile was not applied: only 8-bit images are converted to sRGB.</source>
        <translation>Das Farbprofil wurde nicht angewandt: nur 8-Bit-Bilder werden nach sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>The eigenvectors did not converge: residuals up to {0}.</source>
        <translation>Die Eigenvektoren sind nicht konvergiert: Residuen bis {0}.</translation>
    </message>
    <message>
        <source>The labels are not those that are computed here.</source>
        <translation>Die Labels sind nicht die, die hier berechnet werden.</translation>
    </message>
    <message>
        <source>The labels differ from those of the recipe.</source>
        <translation>Die Labels weichen von denen des Rezepts ab.</translation>
    </message>
    <message>
        <source>This 16-bit CIELAB image was read with 8 bits a channel.</source>
        <translation>Dieses 16-Bit-CIELAB-Bild wurde mit 8 Bit je Kanal gelesen.</translation>
    </message>
    <message>
        <source>as many as there are eigenvectors ({0})</source>
        <translation>so viele, wie es Eigenvektoren gibt ({0})</translation>
    </message>
    <message>
        <source>small regions were absorbed</source>
        <translation>kleine Regionen gingen auf</translation>
    </message>
    <message>
        <source>the image has no more to tell apart</source>
        <translation>mehr lässt sich in dem Bild nicht unterscheiden</translation>
    </message>
    <message>
        <source>{0} chosen colours went with the segments that had them.</source>
        <translation>{0} gewählte Farben gingen mit den Segmenten, die sie hatten.</translation>
    </message>
    <message>
        <source>{0} objects had no pixel of their own.</source>
        <translation>{0} Objekte hatten kein eigenes Pixel.</translation>
    </message>
    <message>
        <source>{0} pixels belonged to several objects; the last one has them.</source>
        <translation>{0} Pixel gehörten zu mehreren Objekten; das letzte hat sie.</translation>
    </message>
    <message>
        <source>{0} pixels that are not finite numbers were left out.</source>
        <translation>{0} Pixel, die keine endlichen Zahlen sind, blieben weg.</translation>
    </message>
    <message>
        <source>files were missing</source>
        <translation>es fehlten Dateien</translation>
    </message>
    <message>
        <source>files were written in another way</source>
        <translation>die Dateien wurden auf andere Weise geschrieben</translation>
    </message>
    <message>
        <source>finished before</source>
        <translation>früher fertig geworden</translation>
    </message>
    <message>
        <source>finished before, with {0}</source>
        <translation>früher fertig geworden, mit {0}</translation>
    </message>
    <message>
        <source>kept: edited by hand ({0})</source>
        <translation>behalten: von Hand bearbeitet ({0})</translation>
    </message>
    <message>
        <source>kept: files without a recipe</source>
        <translation>behalten: Dateien ohne Rezept</translation>
    </message>
    <message>
        <source>kept: made with clicks ({0})</source>
        <translation>behalten: durch Klicks entstanden ({0})</translation>
    </message>
    <message>
        <source>labels were numbered differently</source>
        <translation>die Labels waren anders nummeriert</translation>
    </message>
    <message>
        <source>made from another image</source>
        <translation>aus einem anderen Bild entstanden</translation>
    </message>
    <message>
        <source>made with other clicks</source>
        <translation>mit anderen Klicks entstanden</translation>
    </message>
    <message>
        <source>made with other parameters</source>
        <translation>mit anderen Parametern entstanden</translation>
    </message>
    <message>
        <source>other files were exported</source>
        <translation>es wurden andere Dateien exportiert</translation>
    </message>
    <message>
        <source>replaced: {0}</source>
        <translation>ersetzt: {0}</translation>
    </message>
    <message>
        <source>the recipe could not be compared</source>
        <translation>das Rezept ließ sich nicht vergleichen</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Making pictures of this image…</source>
        <translation>Bilder aus diesem Bild werden gemacht…</translation>
    </message>
    <message>
        <source>Pictures come with an image.</source>
        <translation>Bilder gibt es mit einem Bild.</translation>
    </message>
    <message>
        <source>Pictures come with the first result of the method Tree.</source>
        <translation>Bilder gibt es mit dem ersten Ergebnis der Methode Baum.</translation>
    </message>
    <message>
        <source>What one pixel is linked to: bright is linked, dark is not.</source>
        <translation>Womit ein Pixel verbunden ist: Helles ist verbunden, Dunkles nicht.</translation>
    </message>
    <message>
        <source>Which borders hold in the whole image: dark lines part segments.</source>
        <translation>Welche Grenzen im ganzen Bild halten: dunkle Linien trennen Segmente.</translation>
    </message>
    <message>
        <source>The segments that come out.</source>
        <translation>Die Segmente, die herauskommen.</translation>
    </message>
    <message>
        <source>Half, the present value, and double:</source>
        <translation>Die Hälfte, der jetzige Wert und das Doppelte:</translation>
    </message>
    <message>
        <source>As far down and up as it goes:</source>
        <translation>So weit es hinunter und hinauf geht:</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export “{name}”</source>
        <translation>„{name}“ exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Where the files are written</source>
        <translation>Wohin die Dateien geschrieben werden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>How the names of the files begin</source>
        <translation>Womit die Namen der Dateien beginnen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Co&amp;mmand</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>The command line that writes the same files</source>
        <translation>Die Befehlszeile, die dieselben Dateien schreibt</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Die Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Bitte einen Ordner wählen.</translation>
    </message>
    <message>
        <source>The name cannot be one of files; slashes are not allowed in it.</source>
        <translation>So können Dateien nicht heißen; Schrägstriche sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Bitte mindestens ein Format wählen.</translation>
    </message>
    <message>
        <source>“{name}” is an open image, which is never overwritten.</source>
        <translation>„{name}“ ist ein offenes Bild, das nie überschrieben wird.</translation>
    </message>
    <message>
        <source>Save the project first: the command line reads the edits from there.</source>
        <translation>Zuerst das Projekt speichern: Die Befehlszeile liest die Änderungen von dort.</translation>
    </message>
    <message>
        <source>There, the files are called “{name}”.</source>
        <translation>Dort heißen die Dateien „{name}“.</translation>
    </message>
    <message>
        <source>The files are written as soon as the final result is there.</source>
        <translation>Die Dateien werden geschrieben, sobald das Endergebnis da ist.</translation>
    </message>
    <message>
        <source>Export To</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>“{name}” is there already and will be replaced.</source>
        <translation>„{name}“ ist schon da und wird ersetzt.</translation>
    </message>
    <message>
        <source>These are there already and will be replaced: {names}</source>
        <translation>Diese sind schon da und werden ersetzt: {names}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The command line is on the clipboard.</source>
        <translation>Die Befehlszeile ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the project first: the command line reads the edits from there.</source>
        <translation>Zuerst das Projekt speichern: Die Befehlszeile liest die Änderungen von dort.</translation>
    </message>
    <message>
        <source>The files are written as soon as the final result is there.</source>
        <translation>Die Dateien werden geschrieben, sobald das Endergebnis da ist.</translation>
    </message>
    <message>
        <source>Nothing was exported: another image was opened before the final result was there.</source>
        <translation>Nichts wurde exportiert: Ein anderes Bild wurde geöffnet, bevor das Endergebnis da war.</translation>
    </message>
    <message>
        <source>Nothing was exported: the final result was not computed.</source>
        <translation>Nichts wurde exportiert: Das Endergebnis wurde nicht berechnet.</translation>
    </message>
    <message>
        <source>“{name}” was written to {folder}.</source>
        <translation>„{name}“ wurde nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{count} files were written to {folder}.</source>
        <translation>{count} Dateien wurden nach {folder} geschrieben.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Nichts wurde exportiert.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Images and projects</source>
        <translation>Bilder und Projekte</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Locate “{name}”</source>
        <translation>„{name}“ suchen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Projekt speichern</translation>
    </message>
</context>
<context>
    <name>FirstMinute</name>
    <message>
        <source>First minute</source>
        <translation>Erste Minute</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>Open the &amp;Sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>A cup of coffee</source>
        <translation>Eine Tasse Kaffee</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>Diesen Schritt auslassen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Überspringen</translation>
    </message>
    <message>
        <source>End the first minute; Help brings it back</source>
        <translation>Die erste Minute beenden; unter Hilfe ist sie wieder zu finden</translation>
    </message>
    <message>
        <source>Open an image: the sample will do.</source>
        <translation>Ein Bild öffnen: das Beispiel genügt.</translation>
    </message>
    <message>
        <source>Drag the slider “Segments (k)” at the right: the colours follow your hand.</source>
        <translation>Den Regler „Segmente (k)“ rechts ziehen: die Farben folgen der Hand.</translation>
    </message>
    <message>
        <source>Click a segment in the image to select it.</source>
        <translation>Ein Segment im Bild anklicken, um es auszuwählen.</translation>
    </message>
    <message>
        <source>Shift-click its neighbour, and press Ctrl+M: the two are one.</source>
        <translation>Seinen Nachbarn mit Umschalt anklicken und Strg+M drücken: die beiden sind eins.</translation>
    </message>
    <message>
        <source>Press Ctrl+Z: anything can be taken back.</source>
        <translation>Strg+Z drücken: alles lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>That is all it takes. Ctrl+E writes masks, F1 lists the keys, and Help has a guide.</source>
        <translation>Mehr braucht es nicht. Strg+E schreibt Masken, F1 zeigt die Tasten, und unter Hilfe ist ein Handbuch.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>A picture for people, image and labels in one; the labels cannot be read back from it.</source>
        <translation>Ein Bild zum Ansehen, Bild und Labels in einem; die Labels lassen sich daraus nicht zurücklesen.</translation>
    </message>
    <message>
        <source>All that is needed to make the result again, and to compare; labels and edits are lost.</source>
        <translation>Alles, um das Ergebnis noch einmal zu berechnen und zu vergleichen; Labels und Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>COCO</source>
        <translation>COCO</translation>
    </message>
    <message>
        <source>Class mask</source>
        <translation>Klassenmaske</translation>
    </message>
    <message>
        <source>Class table</source>
        <translation>Klassentabelle</translation>
    </message>
    <message>
        <source>Every label exactly as a mask of its own, in a zip archive; names and classes in a table.</source>
        <translation>Jedes Label genau als eigene Maske in einem ZIP-Archiv; Namen und Klassen in einer Tabelle.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; colours up to 255 labels; names are lost.</source>
        <translation>Jedes Label genau, 0 ist Hintergrund; Farben bis 255 Labels; Namen gehen verloren.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; names and colours are lost.</source>
        <translation>Jedes Label genau, 0 ist Hintergrund; Namen und Farben gehen verloren.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; pixel size for ImageJ; names and colours are lost.</source>
        <translation>Jedes Label genau, 0 ist Hintergrund; Pixelgröße für ImageJ; Namen und Farben gehen verloren.</translation>
    </message>
    <message>
        <source>Every label exactly, 0 is background; pixel size, names and classes; colours are lost.</source>
        <translation>Jedes Label genau, 0 ist Hintergrund; Pixelgröße, Namen und Klassen; Farben gehen verloren.</translation>
    </message>
    <message>
        <source>Exact outline, name, class and colour of every label as a vector drawing; the image is lost.</source>
        <translation>Genauer Umriss, Name, Klasse und Farbe jedes Labels als Vektorzeichnung; das Bild geht verloren.</translation>
    </message>
    <message>
        <source>GeoJSON for QuPath</source>
        <translation>GeoJSON für QuPath</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Label TIFF</source>
        <translation>Label-TIFF</translation>
    </message>
    <message>
        <source>Label image</source>
        <translation>Labelbild</translation>
    </message>
    <message>
        <source>Mask of every object</source>
        <translation>Maske jedes Objekts</translation>
    </message>
    <message>
        <source>Name, class, colour and measurements of every label; which pixels it has is lost.</source>
        <translation>Name, Klasse, Farbe und Messwerte jedes Labels; welche Pixel es hat, geht verloren.</translation>
    </message>
    <message>
        <source>The exact outline, number, name, class and colour of every label, and the pixel size; ZIP.</source>
        <translation>Der genaue Umriss, Nummer, Name, Klasse und Farbe jedes Labels, und die Pixelgröße; ZIP.</translation>
    </message>
    <message>
        <source>The exact outline, number, name, class and colour of every label, in pixels.</source>
        <translation>Der genaue Umriss, Nummer, Name, Klasse und Farbe jedes Labels, in Pixeln.</translation>
    </message>
    <message>
        <source>The exact pixels, number, name and class of every label, and where the image is; JSON.</source>
        <translation>Die genauen Pixel, Nummer, Name und Klasse jedes Labels, und wo das Bild liegt; JSON.</translation>
    </message>
    <message>
        <source>The exact pixels, number, name and class of every label; one annotations.json a folder.</source>
        <translation>Die genauen Pixel, Nummer, Name und Klasse jedes Labels; eine annotations.json je Ordner.</translation>
    </message>
    <message>
        <source>To repeat</source>
        <translation>Zum Wiederholen</translation>
    </message>
    <message>
        <source>YOLO segmentation</source>
        <translation>YOLO-Segmentierung</translation>
    </message>
    <message>
        <source>labelme</source>
        <translation>labelme</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy-Array</translation>
    </message>
    <message>
        <source>Number, name and colour of every class, how many segments and how much area it has.</source>
        <translation>Nummer, Name und Farbe jeder Klasse, wie viele Segmente und wie viel Fläche sie hat.</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>Outline and class of every label, a data.yaml a folder; holes, numbers and names are lost.</source>
        <translation>Umriss und Klasse jedes Labels, eine data.yaml je Ordner; Löcher, Nummern und Namen gehen verloren.</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Outlines and annotations</source>
        <translation>Umrisse und Annotationen</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>ROIs for ImageJ and Fiji</source>
        <translation>ROIs für ImageJ und Fiji</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Region table</source>
        <translation>Regionentabelle</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>The class of every pixel, 0 is none, with its legend; which segment a pixel is of is lost.</source>
        <translation>Die Klasse jedes Pixels, 0 ist keine, mit Legende; zu welchem Segment ein Pixel gehört, geht verloren.</translation>
    </message>
    <message>
        <source>An image that is no file has no recipe</source>
        <translation>Ein Bild, das keine Datei ist, hat kein Rezept</translation>
    </message>
    <message>
        <source>Labels that nobody knows the parameters of have no recipe</source>
        <translation>Labels, deren Parameter niemand kennt, haben kein Rezept</translation>
    </message>
    <message>
        <source>What was edited by hand is not in the recipe</source>
        <translation>Was von Hand bearbeitet wurde, steht nicht im Rezept</translation>
    </message>
    <message>
        <source>a black-and-white PNG each</source>
        <translation>je ein schwarz-weißes PNG</translation>
    </message>
    <message>
        <source>a feature each</source>
        <translation>je ein Feature</translation>
    </message>
    <message>
        <source>a number a class</source>
        <translation>eine Nummer je Klasse</translation>
    </message>
    <message>
        <source>a path each</source>
        <translation>je ein Pfad</translation>
    </message>
    <message>
        <source>a region each</source>
        <translation>je ein Bereich</translation>
    </message>
    <message>
        <source>a row a class</source>
        <translation>eine Zeile je Klasse</translation>
    </message>
    <message>
        <source>a row each</source>
        <translation>je eine Zeile</translation>
    </message>
    <message>
        <source>an annotation each</source>
        <translation>je eine Annotation</translation>
    </message>
    <message>
        <source>without their edits</source>
        <translation>ohne ihre Bearbeitung</translation>
    </message>
    <message>
        <source>Holes of {0} segment are filled</source>
        <translation>Löcher von {0} Segment werden gefüllt</translation>
    </message>
    <message>
        <source>Holes of {0} segments are filled</source>
        <translation>Löcher von {0} Segmenten werden gefüllt</translation>
    </message>
    <message>
        <source>Outlines are simplified by up to {0} pixels: areas are not exact</source>
        <translation>Umrisse sind um bis zu {0} Pixel vereinfacht: Flächen sind nicht genau</translation>
    </message>
    <message>
        <source>The pieces of {0} segment become objects of their own</source>
        <translation>Die Teile von {0} Segment werden eigene Objekte</translation>
    </message>
    <message>
        <source>The pieces of {0} segments become objects of their own</source>
        <translation>Die Teile von {0} Segmenten werden eigene Objekte</translation>
    </message>
    <message>
        <source>as {0}</source>
        <translation>als {0}</translation>
    </message>
    <message>
        <source>as {0} and {1}</source>
        <translation>als {0} und {1}</translation>
    </message>
    <message>
        <source>of which {0} as run lengths</source>
        <translation>davon {0} als Lauflängen</translation>
    </message>
    <message>
        <source>{0} composite</source>
        <translation>{0} zusammengesetzt</translation>
    </message>
    <message>
        <source>{0} label</source>
        <translation>{0} Label</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} Labels</translation>
    </message>
    <message>
        <source>{0} line of text</source>
        <translation>{0} Textzeile</translation>
    </message>
    <message>
        <source>{0} lines of text</source>
        <translation>{0} Textzeilen</translation>
    </message>
    <message>
        <source>{0} mask</source>
        <translation>{0} Maske</translation>
    </message>
    <message>
        <source>{0} masks</source>
        <translation>{0} Masken</translation>
    </message>
    <message>
        <source>{0} polygon</source>
        <translation>{0} Polygon</translation>
    </message>
    <message>
        <source>{0} polygons</source>
        <translation>{0} Polygone</translation>
    </message>
    <message>
        <source>{0} segment of classes above 255 have no group</source>
        <translation>{0} Segment einer Klasse über 255 hat keine Gruppe</translation>
    </message>
    <message>
        <source>{0} segment without a class becomes 0</source>
        <translation>{0} Segment ohne Klasse wird 0</translation>
    </message>
    <message>
        <source>{0} segment without a class is left out</source>
        <translation>{0} Segment ohne Klasse wird weggelassen</translation>
    </message>
    <message>
        <source>{0} segments of classes above 255 have no group</source>
        <translation>{0} Segmente von Klassen über 255 haben keine Gruppe</translation>
    </message>
    <message>
        <source>{0} segments without a class are left out</source>
        <translation>{0} Segmente ohne Klasse werden weggelassen</translation>
    </message>
    <message>
        <source>{0} segments without a class become 0</source>
        <translation>{0} Segmente ohne Klasse werden 0</translation>
    </message>
    <message>
        <source>{0} × {1} pixels of 8-bit RGB</source>
        <translation>{0} × {1} Pixel in RGB mit 8 Bit</translation>
    </message>
    <message>
        <source>{0}-bit grey PNG</source>
        <translation>graues PNG mit {0} Bit</translation>
    </message>
    <message>
        <source>{0}-bit grey TIFF</source>
        <translation>graues TIFF mit {0} Bit</translation>
    </message>
    <message>
        <source>{0}-bit indexed PNG</source>
        <translation>indiziertes PNG mit {0} Bit</translation>
    </message>
    <message>
        <source>{0}-bit OME-TIFF</source>
        <translation>OME-TIFF mit {0} Bit</translation>
    </message>
</context>
<context>
    <name>GuideText</name>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>GuideViewer</name>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>The next place where the words stand</source>
        <translation>Die nächste Stelle, an der die Wörter stehen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>Images done</source>
        <translation>Erledigte Bilder</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Click shows an image; Page Up and Page Down go through the list.</source>
        <translation>Ein Klick zeigt ein Bild; Bild auf und Bild ab gehen durch die Liste.</translation>
    </message>
    <message>
        <source>&amp;Carry over parameters</source>
        <translation>&amp;Parameter übernehmen</translation>
    </message>
    <message>
        <source>Carry over parameters to a new image</source>
        <translation>Parameter in ein neues Bild übernehmen</translation>
    </message>
    <message>
        <source>A new image begins with the parameters of the one before it.</source>
        <translation>Ein neues Bild beginnt mit den Parametern des vorherigen.</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} von {count} erledigt</translation>
    </message>
    <message>
        <source>Mark as &amp;Done</source>
        <translation>Als er&amp;ledigt markieren</translation>
    </message>
    <message>
        <source>Show &amp;Folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Remove from List</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>ImageLoader</name>
    <message>
        <source>The image could not be shown.</source>
        <translation>Das Bild konnte nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>ImageModel</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>Lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Import Segments</source>
        <translation>Segmente importieren</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>Segmentierungen</translation>
    </message>
    <message>
        <source>Open the image first; then “{name}” can be its segments.</source>
        <translation>Zuerst das Bild öffnen; dann kann „{name}“ seine Segmente enthalten.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>{count} segments of “{name}” are in place of those that were here.</source>
        <translation>{count} Segmente aus „{name}“ sind an die Stelle der bisherigen getreten.</translation>
    </message>
    <message>
        <source>One segment of “{name}” is in place of those that were here.</source>
        <translation>Ein Segment aus „{name}“ steht an der Stelle der bisherigen.</translation>
    </message>
</context>
<context>
    <name>InspectionLayer</name>
    <message>
        <source>This view comes with the final result.</source>
        <translation>Diese Ansicht kommt mit dem Endergebnis.</translation>
    </message>
    <message>
        <source>There is no region tree; the method “Tree” makes one.</source>
        <translation>Es gibt keinen Regionenbaum; die Methode „Baum“ baut einen.</translation>
    </message>
    <message>
        <source>Objects are found without eigenvectors; the method “Tree” makes some.</source>
        <translation>Objekte werden ohne Eigenvektoren gefunden; die Methode „Baum“ liefert welche.</translation>
    </message>
    <message>
        <source>The eigenvectors of this result were not kept; a larger reduction keeps them.</source>
        <translation>Die Eigenvektoren dieses Ergebnisses wurden nicht behalten; eine größere Verkleinerung behält sie.</translation>
    </message>
    <message>
        <source>Point at a pixel to see how similar all others are to it; click to hold it.</source>
        <translation>Auf ein Pixel zeigen, um zu sehen, wie ähnlich ihm alle anderen sind; ein Klick hält es fest.</translation>
    </message>
    <message>
        <source>Similarity {:.2f}</source>
        <translation>Ähnlichkeit {:.2f}</translation>
    </message>
    <message>
        <source>Margin {:.2f}: 1 is sure of its segment, 0 could be another&apos;s</source>
        <translation>Sicherheit {:.2f}: 1 gehört sicher zum Segment, 0 könnte zu einem anderen gehören</translation>
    </message>
    <message>
        <source>Eigenvector {number}: {value}</source>
        <translation>Eigenvektor {number}: {value}</translation>
    </message>
    <message>
        <source>Eigenvectors {numbers}: {values}</source>
        <translation>Eigenvektoren {numbers}: {values}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Work from {time} was not saved when the program ended, and can no longer be read.</source>
        <translation>Arbeit vom {time} war nicht gespeichert, als das Programm endete, und ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Work on “{name}” was not saved when the program ended on {time}.</source>
        <translation>Die Arbeit an „{name}“ war nicht gespeichert, als das Programm am {time} endete.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>A crash would cost work that is not saved: no journal can be written. {reason}</source>
        <translation>Ein Absturz würde nicht gespeicherte Arbeit kosten: Es lässt sich kein Journal schreiben. {reason}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger vergrößern</translation>
    </message>
    <message>
        <source>Change the opacity of the overlay</source>
        <translation>Die Deckkraft der Überlagerung ändern</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Change the size of brush and eraser</source>
        <translation>Die Größe von Pinsel und Radierer ändern</translation>
    </message>
    <message>
        <source>Space and drag, middle button</source>
        <translation>Leertaste und ziehen, mittlere Taste</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Add a segment to the selection, or take it away</source>
        <translation>Ein Segment zur Auswahl nehmen oder wieder herausnehmen</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Paint a new segment</source>
        <translation>Ein neues Segment malen</translation>
    </message>
    <message>
        <source>Paint background with brush or lasso</source>
        <translation>Mit Pinsel oder Lasso Hintergrund malen</translation>
    </message>
    <message>
        <source>P, held</source>
        <translation>P, gehalten</translation>
    </message>
    <message>
        <source>Show the image alone while held</source>
        <translation>Nur das Bild zeigen, solange gehalten</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move a crosshair over the image; ten pixels with Shift</source>
        <translation>Ein Fadenkreuz über das Bild bewegen; zehn Pixel mit Umschalt</translation>
    </message>
    <message>
        <source>Ctrl+arrow keys</source>
        <translation>Strg+Pfeiltasten</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Click with the crosshair; take the cut that is shown</source>
        <translation>Mit dem Fadenkreuz klicken; den gezeigten Schnitt übernehmen</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Show another cut while a segment is being split</source>
        <translation>Beim Teilen eines Segments einen anderen Schnitt zeigen</translation>
    </message>
    <message>
        <source>Space in the table</source>
        <translation>Leertaste in der Tabelle</translation>
    </message>
    <message>
        <source>Show or hide the selected segments</source>
        <translation>Die ausgewählten Segmente zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Alt+click on an eye</source>
        <translation>Alt+Klick auf ein Auge</translation>
    </message>
    <message>
        <source>Show one segment alone</source>
        <translation>Ein Segment allein zeigen</translation>
    </message>
    <message>
        <source>Wheel, Ctrl+wheel, pinch</source>
        <translation>Mausrad, Strg+Mausrad, zwei Finger spreizen</translation>
    </message>
    <message>
        <source>Two fingers on the touchpad</source>
        <translation>Zwei Finger auf dem Touchpad</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Mausrad</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+Ziehen</translation>
    </message>
    <message>
        <source>A key, or what it does</source>
        <translation>Eine Taste oder was sie tut</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>In the image</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In der Tabelle</translation>
    </message>
    <message>
        <source>End at edges with brush and eraser; select by a rectangle</source>
        <translation>Mit Pinsel und Radierer an Kanten enden; mit einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>Shift+drag, lasso</source>
        <translation>Umschalt+Ziehen, Lasso</translation>
    </message>
    <message>
        <source>Stay inside the segment where the line begins</source>
        <translation>Im Segment bleiben, in dem die Linie beginnt</translation>
    </message>
    <message>
        <source>Objects from clicks</source>
        <translation>Objekte durch Klicks</translation>
    </message>
    <message>
        <source>Right-click, Alt+click</source>
        <translation>Rechtsklick, Alt+Klick</translation>
    </message>
    <message>
        <source>Take away what is too much</source>
        <translation>Wegnehmen, was zu viel ist</translation>
    </message>
    <message>
        <source>Shift+drag, object</source>
        <translation>Umschalt+Ziehen, Objekt</translation>
    </message>
    <message>
        <source>Draw a box that the object lies in</source>
        <translation>Einen Rahmen zeichnen, in dem das Objekt liegt</translation>
    </message>
    <message>
        <source>+ and -, Ctrl+wheel</source>
        <translation>+ und -, Strg+Rad</translation>
    </message>
    <message>
        <source>Grow and shrink the object while there is one</source>
        <translation>Das Objekt wachsen und schrumpfen lassen, solange eins da ist</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Return, object</source>
        <translation>Eingabe, Objekt</translation>
    </message>
    <message>
        <source>Make a segment of it, or take up the selected one again</source>
        <translation>Ein Segment daraus machen oder das ausgewählte wieder aufnehmen</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Lasso</name>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>Berei&amp;che</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farbsche&amp;ma</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Files and view</source>
        <translation>Dateien und Ansicht</translation>
    </message>
    <message>
        <source>Tools and edits</source>
        <translation>Werkzeuge und Änderungen</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>Deckkraft der Überlagerung</translation>
    </message>
    <message>
        <source>What lies over the image</source>
        <translation>Was über dem Bild liegt</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Size of brush and eraser (Shift+wheel, [ and ])</source>
        <translation>Größe von Pinsel und Radierer (Umschalt+Mausrad, [ und ])</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Nur Bild</translation>
    </message>
    <message>
        <source>Show the image alone while held</source>
        <translation>Nur das Bild zeigen, solange gehalten</translation>
    </message>
    <message>
        <source>Show the image alone while held (P)</source>
        <translation>Nur das Bild zeigen, solange gehalten (P)</translation>
    </message>
    <message>
        <source>Opacity of the overlay (Alt+wheel)</source>
        <translation>Deckkraft der Überlagerung (Alt+Mausrad)</translation>
    </message>
    <message>
        <source>&amp;Display</source>
        <translation>Einb&amp;lendungen</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>S&amp;election</source>
        <translation>&amp;Auswahl</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole image</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>The whole image; click to see another part</source>
        <translation>Das ganze Bild; ein Klick zeigt einen anderen Teil</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name in Order</source>
        <translation>Der Reihe nach benennen</translation>
    </message>
    <message>
        <source>Name; the segments are called by it and 1 … {count}:</source>
        <translation>Name; die Segmente heißen danach, mit 1 … {count} dahinter:</translation>
    </message>
    <message>
        <source>Name in order</source>
        <translation>Der Reihe nach benennen</translation>
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
        <translation>{name}: automatisch</translation>
    </message>
    <message>
        <source>Let the program find the value.</source>
        <translation>Den Wert vom Programm finden lassen.</translation>
    </message>
</context>
<context>
    <name>ObjectAssistant</name>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Clicks of an object that is not finished wait here for the Object tool (O).</source>
        <translation>Klicks eines Objekts, das nicht fertig ist, warten hier auf das Werkzeug Objekt (O).</translation>
    </message>
    <message>
        <source>An object has at most {count} clicks.</source>
        <translation>Ein Objekt hat höchstens {count} Klicks.</translation>
    </message>
    <message>
        <source>Nothing in this image can be told apart.</source>
        <translation>In diesem Bild lässt sich nichts unterscheiden.</translation>
    </message>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} ist gesperrt; zuerst entsperren.</translation>
    </message>
</context>
<context>
    <name>ObjectBar</name>
    <message>
        <source>Object from clicks</source>
        <translation>Objekt durch Klicks</translation>
    </message>
    <message>
        <source>Click what is missing; right-click what is too much.</source>
        <translation>Klick: was fehlt; Rechtsklick: was zu viel ist.</translation>
    </message>
    <message>
        <source>&amp;Make a Segment</source>
        <translation>Zum &amp;Segment machen</translation>
    </message>
    <message>
        <source>Keep the object (Return)</source>
        <translation>Das Objekt behalten (Eingabe)</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take the last click back (Backspace)</source>
        <translation>Den letzten Klick zurücknehmen (Rücktaste)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Drop the clicks (Esc)</source>
        <translation>Die Klicks verwerfen (Esc)</translation>
    </message>
    <message>
        <source>Shift and a drag draw a box around it; plus, minus or Ctrl and the wheel grow and shrink it.</source>
        <translation>Ziehen mit Umschalt zeichnet einen Rahmen darum; Plus, Minus oder Strg und das Rad lassen es wachsen und schrumpfen.</translation>
    </message>
    <message>
        <source>Shrink it along the region tree (-)</source>
        <translation>Entlang des Regionenbaums schrumpfen (-)</translation>
    </message>
    <message>
        <source>Grow it along the region tree (+)</source>
        <translation>Entlang des Regionenbaums wachsen lassen (+)</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>“{name}” is missing: neither it nor a copy was found near {folder}.</source>
        <translation>„{name}“ fehlt: Weder das Bild noch eine Kopie wurde bei {folder} gefunden.</translation>
    </message>
    <message>
        <source>“{name}” has changed since the work on it was saved; the segments may not fit it any more.</source>
        <translation>„{name}“ hat sich geändert, seit die Arbeit daran gespeichert wurde; die Segmente passen womöglich nicht mehr dazu.</translation>
    </message>
</context>
<context>
    <name>OutlineCommands</name>
    <message>
        <source>Smooth outline</source>
        <translation>Umriss glätten</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen</translation>
    </message>
</context>
<context>
    <name>OutlineDialog</name>
    <message>
        <source>Grow or Shrink</source>
        <translation>Wachsen oder schrumpfen</translation>
    </message>
    <message>
        <source>Move the outline outwards by pixels; inwards if negative:</source>
        <translation>Den Umriss um Pixel nach außen schieben; negativ: nach innen:</translation>
    </message>
</context>
<context>
    <name>Painting</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>Shift stays inside the segment where the stroke begins: select another one to paint.</source>
        <translation>Umschalt bleibt im Segment, in dem der Strich beginnt: zum Malen ein anderes auswählen.</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>As many as there are regions between boundaries of the strength below; a click takes it.</source>
        <translation>So viele, wie es Regionen zwischen Kanten der Stärke darunter gibt; ein Klick übernimmt es.</translation>
    </message>
    <message>
        <source>from {strength}</source>
        <translation>ab {strength}</translation>
    </message>
    <message>
        <source>As many as this strength leaves between boundaries; a click keeps the number.</source>
        <translation>So viele, wie diese Stärke zwischen Grenzen übrig lässt; ein Klick behält die Zahl.</translation>
    </message>
    <message>
        <source>objects: {count}</source>
        <translation>Objekte: {count}</translation>
    </message>
    <message>
        <source>Many small objects on a ground were recognised; a click segments it as a photograph.</source>
        <translation>Viele kleine Objekte auf einem Grund wurden erkannt; ein Klick segmentiert es als Fotografie.</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Show or hide what is rarely changed.</source>
        <translation>Zeigen oder verbergen, was selten geändert wird.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Parameters kept in files.</source>
        <translation>Parameter, die in Dateien stehen.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Give every parameter its default.</source>
        <translation>Jedem Parameter seinen Standardwert geben.</translation>
    </message>
    <message>
        <source>Reset parameters</source>
        <translation>Parameter zurücksetzen</translation>
    </message>
    <message>
        <source>Results follow the parameters by themselves.</source>
        <translation>Ergebnisse folgen den Parametern von selbst.</translation>
    </message>
    <message>
        <source>Compute the final result for these parameters.</source>
        <translation>Das Endergebnis für diese Parameter berechnen.</translation>
    </message>
    <message>
        <source>The marks are where the gap between eigenvalues is large.</source>
        <translation>Die Marken stehen, wo die Lücke zwischen Eigenwerten groß ist.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Objects on a ground</source>
        <translation>Objekte auf einem Grund</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>A&amp;utomatisch</translation>
    </message>
    <message>
        <source>Update (F5)</source>
        <translation>Berechnen (F5)</translation>
    </message>
    <message>
        <source>try {k}</source>
        <translation>eher {k}</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>At the border</source>
        <translation>Am Rand</translation>
    </message>
    <message>
        <source>Boundary strength</source>
        <translation>Kantenstärke</translation>
    </message>
    <message>
        <source>Cells and particles</source>
        <translation>Zellen und Teilchen</translation>
    </message>
    <message>
        <source>Cells and particles: many small objects on a ground; the ground is background.</source>
        <translation>Zellen und Teilchen: viele kleine Objekte auf einem Grund; der Grund ist Hintergrund.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Difference in colour at which two pixels stop being alike; &apos;auto&apos; measures it in the image</source>
        <translation>Farbunterschied, ab dem zwei Pixel sich nicht mehr ähneln; &apos;auto&apos; misst ihn im Bild</translation>
    </message>
    <message>
        <source>Distance at which two pixels stop being alike</source>
        <translation>Abstand, ab dem zwei Pixel sich nicht mehr ähneln</translation>
    </message>
    <message>
        <source>Eigenvectors</source>
        <translation>Eigenvektoren</translation>
    </message>
    <message>
        <source>Eigenvectors that labels are made without, such as &apos;3 5&apos;; the first is number 1 and always used</source>
        <translation>Eigenvektoren, ohne die Labels gebildet werden, etwa &apos;3 5&apos;; der erste hat die Nummer 1 und wird immer verwendet</translation>
    </message>
    <message>
        <source>Excluded eigenvectors</source>
        <translation>Ausgelassene Eigenvektoren</translation>
    </message>
    <message>
        <source>How clearly objects stand out of the ground, relative to what is found by itself; lower finds fainter ones</source>
        <translation>Wie deutlich sich Objekte vom Grund abheben, bezogen auf das, was von selbst gefunden wird; niedriger findet auch schwächere</translation>
    </message>
    <message>
        <source>How many are solved once, so that k costs no solve</source>
        <translation>Wie viele auf einmal berechnet werden, damit k nichts mehr kostet</translation>
    </message>
    <message>
        <source>Larger objects are left out; 0 is no limit</source>
        <translation>Größere Objekte werden weggelassen; 0 ist keine Grenze</translation>
    </message>
    <message>
        <source>Largest diameter</source>
        <translation>Größter Durchmesser</translation>
    </message>
    <message>
        <source>Many small segments with sharp outlines; everything else as in default.toml.</source>
        <translation>Viele kleine Segmente mit scharfen Umrissen; alles andere wie in default.toml.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Minimum region</source>
        <translation>Kleinste Region</translation>
    </message>
    <message>
        <source>Number of labels; &apos;auto&apos; takes as many as there are regions between boundaries of the given strength</source>
        <translation>Anzahl der Labels; &apos;auto&apos; nimmt so viele, wie es Regionen zwischen Kanten der angegebenen Stärke gibt</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Pairs of pixels up to this distance are compared</source>
        <translation>Paare von Pixeln bis zu diesem Abstand werden verglichen</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>Polarität</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>Verkleinerung</translation>
    </message>
    <message>
        <source>Regions of fewer pixels are absorbed by a neighbour</source>
        <translation>Regionen mit weniger Pixeln werden einem Nachbarn zugeschlagen</translation>
    </message>
    <message>
        <source>Relative error allowed in the sum of the eigenvalues</source>
        <translation>Erlaubter relativer Fehler der Summe der Eigenwerte</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sigma, intensity</source>
        <translation>Sigma, Helligkeit</translation>
    </message>
    <message>
        <source>Sigma, position</source>
        <translation>Sigma, Abstand</translation>
    </message>
    <message>
        <source>Smaller objects are left out; 0 follows the size of the others</source>
        <translation>Kleinere Objekte werden weggelassen; 0 richtet sich nach der Größe der anderen</translation>
    </message>
    <message>
        <source>Smallest diameter</source>
        <translation>Kleinster Durchmesser</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian applied to the image before pixels are compared</source>
        <translation>Standardabweichung der Gaußglocke, mit der das Bild geglättet wird, bevor Pixel verglichen werden</translation>
    </message>
    <message>
        <source>Start of every random choice</source>
        <translation>Anfang jeder Zufallswahl</translation>
    </message>
    <message>
        <source>The graph is built on the image reduced by this factor (1: on every pixel), so it sees farther; labels return to every pixel along the edges of the full image; &apos;auto&apos; leaves about 100,000 pixels</source>
        <translation>Der Graph wird auf dem um diesen Faktor verkleinerten Bild gebaut (1: auf jedem Pixel) und sieht so weiter; die Labels kehren entlang der Kanten des ganzen Bildes auf jedes Pixel zurück; &apos;auto&apos; lässt etwa 100.000 Pixel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Touching objects are parted where the neck between them is narrower or dimmer than this part of the smaller one; 0 parts nothing</source>
        <translation>Objekte, die sich berühren, werden getrennt, wo der Hals zwischen ihnen schmaler oder schwächer ist als dieser Teil des kleineren; 0 trennt nichts</translation>
    </message>
    <message>
        <source>What the labels are made of: regions merged along the eigenvectors&apos; weakest boundaries (tree), clusters of the eigenvectors (kmeans), or of the colours alone (colour); or many small objects on a ground, which is background (objects); &apos;auto&apos; takes objects where it recognises them, else the tree</source>
        <translation>Woraus die Labels entstehen: Regionen, an den schwächsten Grenzen der Eigenvektoren vereinigt (tree), Cluster der Eigenvektoren (kmeans) oder nur der Farben (colour); oder viele kleine Objekte auf einem Grund, der Hintergrund ist (objects); „auto“ nimmt Objekte, wo es sie erkennt, sonst den Baum</translation>
    </message>
    <message>
        <source>Whether objects are brighter or darker than the ground; &apos;auto&apos; finds it out</source>
        <translation>Ob Objekte heller oder dunkler sind als der Grund; „auto“ findet es heraus</translation>
    </message>
    <message>
        <source>Whether objects that touch the border of the image are kept or left out</source>
        <translation>Ob Objekte, die den Bildrand berühren, bleiben oder weggelassen werden</translation>
    </message>
    <message>
        <source>With k &apos;auto&apos;: boundaries of the region tree that are weaker than this are removed; &apos;auto&apos; looks for a clear step near 800 that leaves 30 labels at most</source>
        <translation>Mit k „auto“: Grenzen des Regionenbaums, die schwächer sind, fallen weg; „auto“ sucht nahe 800 nach einer deutlichen Stufe, die höchstens 30 Labels übrig lässt</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Slow changes of brightness, over more than this part of the image&apos;s diagonal, are evened out before pixels are compared; 0 leaves them</source>
        <translation>Langsame Änderungen der Helligkeit, über mehr als diesen Teil der Bilddiagonale, werden ausgeglichen, bevor Pixel verglichen werden; 0 lässt sie, wie sie sind</translation>
    </message>
    <message>
        <source>Uneven light</source>
        <translation>Ungleichmäßiges Licht</translation>
    </message>
    <message>
        <source>Where outlines lie between the ground (0) and an object&apos;s own height (1); &apos;auto&apos; follows how far objects stand out, and their polarity</source>
        <translation>Wo Umrisse zwischen dem Grund (0) und der Höhe des Objekts selbst (1) liegen; „auto“ richtet sich danach, wie weit Objekte herausragen, und nach ihrer Polarität</translation>
    </message>
</context>
<context>
    <name>PixelSizeButton</name>
    <message>
        <source>How large a pixel is; click to set it</source>
        <translation>Wie groß ein Pixel ist; zum Festlegen klicken</translation>
    </message>
    <message>
        <source>Pixel size: {size}</source>
        <translation>Pixelgröße: {size}</translation>
    </message>
</context>
<context>
    <name>PixelSizeDialog</name>
    <message>
        <source>Pixel Size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>as the width</source>
        <translation>wie die Breite</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <source>For &amp;all {count} images of the list</source>
        <translation>Für &amp;alle {count} Bilder der Liste</translation>
    </message>
    <message>
        <source>As in the &amp;File</source>
        <translation>Wie in der &amp;Datei</translation>
    </message>
    <message>
        <source>The file does not say it.</source>
        <translation>Die Datei sagt es nicht.</translation>
    </message>
    <message>
        <source>The file says {size}.</source>
        <translation>Die Datei sagt {size}.</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
</context>
<context>
    <name>PixelValues</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>Polygon</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Preset {name}</source>
        <translation>Vorlage {name}</translation>
    </message>
    <message>
        <source>Open a Preset</source>
        <translation>Vorlage öffnen</translation>
    </message>
    <message>
        <source>Save a Preset</source>
        <translation>Vorlage speichern</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>This is the last image.</source>
        <translation>Dies ist das letzte Bild.</translation>
    </message>
    <message>
        <source>This is the first image.</source>
        <translation>Dies ist das erste Bild.</translation>
    </message>
    <message>
        <source>“{name}” was taken off the list.</source>
        <translation>„{name}“ wurde von der Liste genommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No image after this is unfinished.</source>
        <translation>Nach diesem ist kein Bild unerledigt.</translation>
    </message>
    <message>
        <source>No image before this is unfinished.</source>
        <translation>Vor diesem ist kein Bild unerledigt.</translation>
    </message>
    <message>
        <source>The pixel size is that of all {count} images now; Undo takes it back in all of them.</source>
        <translation>Die Pixelgröße gilt jetzt für alle {count} Bilder; Rückgängig nimmt sie in allen zurück.</translation>
    </message>
</context>
<context>
    <name>ProjectExportDialog</name>
    <message>
        <source>Export All Images</source>
        <translation>Alle Bilder exportieren</translation>
    </message>
    <message>
        <source>All with a result ({count})</source>
        <translation>Alle mit Ergebnis ({count})</translation>
    </message>
    <message>
        <source>Only those marked as done ({count})</source>
        <translation>Nur die als erledigt markierten ({count})</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>O&amp;pen Folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What became of each image</source>
        <translation>Was aus jedem Bild wurde</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Bilder</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Bitte einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Bitte mindestens ein Format wählen.</translation>
    </message>
    <message>
        <source>There is no such image.</source>
        <translation>Es gibt kein solches Bild.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>its file is missing, or another one now</source>
        <translation>seine Datei fehlt oder ist jetzt eine andere</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name}, Seite {page}</translation>
    </message>
    <message>
        <source>{labels} labels, {files} files</source>
        <translation>{labels} Labels, {files} Dateien</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Nichts wurde exportiert.</translation>
    </message>
    <message>
        <source>Stopped; {count} images were exported.</source>
        <translation>Abgebrochen; {count} Bilder wurden exportiert.</translation>
    </message>
    <message>
        <source>{count} images were exported.</source>
        <translation>{count} Bilder wurden exportiert.</translation>
    </message>
    <message>
        <source>Export To</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Stopped; one image was exported.</source>
        <translation>Angehalten; ein Bild wurde exportiert.</translation>
    </message>
    <message>
        <source>One image was exported.</source>
        <translation>Ein Bild wurde exportiert.</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>Another program has saved {path}; save under another name.</source>
        <translation>Ein anderes Programm hat {path} gespeichert; bitte unter einem anderen Namen speichern.</translation>
    </message>
</context>
<context>
    <name>Relinker</name>
    <message>
        <source>“{name}” and {count} other images were found.</source>
        <translation>„{name}“ und {count} weitere Bilder wurden gefunden.</translation>
    </message>
    <message>
        <source>“{name}” belongs to another image of the list; “{wanted}” was not found near it.</source>
        <translation>„{name}“ gehört zu einem anderen Bild der Liste; „{wanted}“ wurde in der Nähe nicht gefunden.</translation>
    </message>
    <message>
        <source>“{name}” and one other image were found.</source>
        <translation>„{name}“ und ein weiteres Bild wurden gefunden.</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>There is not enough memory for this; a larger Reduction needs less.</source>
        <translation>Dafür reicht der Speicher nicht; eine größere Verkleinerung braucht weniger.</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>A double click resets it.</source>
        <translation>Ein Doppelklick setzt ihn zurück.</translation>
    </message>
    <message>
        <source>Reset to Default</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Explain {name}</source>
        <translation>{name} erklären</translation>
    </message>
    <message>
        <source>Show in pictures of this image what it does.</source>
        <translation>In Bildern aus diesem Bild zeigen, was es bewirkt.</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Shown or hidden; a click on the eye above shows or hides all.</source>
        <translation>Sichtbar oder verborgen; ein Klick auf das Auge darüber zeigt oder verbirgt alle.</translation>
    </message>
    <message>
        <source>The colour in the overlay; it stays with its segment.</source>
        <translation>Die Farbe in der Überlagerung; sie bleibt bei ihrem Segment.</translation>
    </message>
    <message>
        <source>The name; segments with a name are kept when parameters change.</source>
        <translation>Der Name; Segmente mit Namen bleiben, wenn Parameter sich ändern.</translation>
    </message>
    <message>
        <source>The number of pixels.</source>
        <translation>Die Anzahl der Pixel.</translation>
    </message>
    <message>
        <source>How many connected pieces the segment is in.</source>
        <translation>Aus wie vielen zusammenhängenden Teilen das Segment besteht.</translation>
    </message>
    <message>
        <source>The mean intensity, over all channels.</source>
        <translation>Die mittlere Helligkeit über alle Kanäle.</translation>
    </message>
    <message>
        <source>Locked segments are not edited; a click on the lock above locks or unlocks all.</source>
        <translation>Gesperrte Segmente werden nicht verändert; ein Klick auf das Schloss darüber sperrt oder entsperrt alle.</translation>
    </message>
    <message>
        <source>Segment {number}</source>
        <translation>Segment {number}</translation>
    </message>
    <message>
        <source>{part} % of the image</source>
        <translation>{part} % des Bildes</translation>
    </message>
    <message>
        <source>Mean of each channel: {means}</source>
        <translation>Mittel jedes Kanals: {means}</translation>
    </message>
    <message>
        <source>Click to show or hide it, Alt-click to show it alone.</source>
        <translation>Klicken zum Zeigen oder Verbergen, Alt-Klick zeigt es allein.</translation>
    </message>
    <message>
        <source>Click to choose another colour.</source>
        <translation>Klicken, um eine andere Farbe zu wählen.</translation>
    </message>
    <message>
        <source>Click to lock or unlock it.</source>
        <translation>Klicken zum Sperren oder Entsperren.</translation>
    </message>
    <message>
        <source>It is locked or has a name, and is kept when parameters change.</source>
        <translation>Es ist gesperrt oder hat einen Namen und bleibt, wenn Parameter sich ändern.</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>It was edited, and is kept when parameters change; “Follow Parameters Again” ends that.</source>
        <translation>Es wurde bearbeitet und bleibt, wenn sich Parameter ändern; „Wieder Parametern folgen“ beendet das.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The area, in {unit}.</source>
        <translation>Die Fläche, in {unit}.</translation>
    </message>
    <message>
        <source>The number, which is the label in every file.</source>
        <translation>Die Nummer; sie ist das Label in jeder Datei.</translation>
    </message>
    <message>
        <source>The class; double-click to write it, a new name makes a new class.</source>
        <translation>Die Klasse; zum Schreiben doppelklicken, ein neuer Name macht eine neue Klasse.</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Segments come with the first result.</source>
        <translation>Segmente kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>One segment, selected</source>
        <translation>Ein Segment, ausgewählt</translation>
    </message>
    <message>
        <source>One segment</source>
        <translation>Ein Segment</translation>
    </message>
    <message>
        <source>{count} segments, {chosen} selected</source>
        <translation>{count} Segmente, {chosen} ausgewählt</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} Segmente</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Colour of the Segment</source>
        <translation>Farbe des Segments</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe…</translation>
    </message>
    <message>
        <source>Automatic Colour</source>
        <translation>Automatische Farbe</translation>
    </message>
    <message>
        <source>Show Alone</source>
        <translation>Allein zeigen</translation>
    </message>
    <message>
        <source>Filter by name, class or number</source>
        <translation>Nach Name, Klasse oder Nummer filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Renumber by size</source>
        <translation>Nach Größe neu nummerieren</translation>
    </message>
    <message>
        <source> · {count} in the table</source>
        <translation> · {count} in der Tabelle</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Name in Order…</source>
        <translation>Der Reihe nach benennen…</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
</context>
<context>
    <name>SegmentView</name>
    <message>
        <source>Sort by Visibility</source>
        <translation>Nach Sichtbarkeit sortieren</translation>
    </message>
    <message>
        <source>Sort by Number</source>
        <translation>Nach Nummer sortieren</translation>
    </message>
    <message>
        <source>Sort by Name</source>
        <translation>Nach Namen sortieren</translation>
    </message>
    <message>
        <source>Sort by Area</source>
        <translation>Nach Fläche sortieren</translation>
    </message>
    <message>
        <source>Sort by Pieces</source>
        <translation>Nach Teilen sortieren</translation>
    </message>
    <message>
        <source>Sort by Mean Intensity</source>
        <translation>Nach mittlerer Helligkeit sortieren</translation>
    </message>
    <message>
        <source>Sort by Lock</source>
        <translation>Nach Sperre sortieren</translation>
    </message>
    <message>
        <source>Sort by Class</source>
        <translation>Nach Klasse sortieren</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>Merge</source>
        <translation>Vereinigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Split into pieces</source>
        <translation>In Teile zerlegen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>{names} follow the parameters again, and have no name any more.</source>
        <translation>{names}: folgt wieder den Parametern und hat keinen Namen mehr.</translation>
    </message>
    <message>
        <source>Give to neighbours</source>
        <translation>An Nachbarn geben</translation>
    </message>
    <message>
        <source>Follow parameters again</source>
        <translation>Wieder Parametern folgen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Allein zeigen</translation>
    </message>
    <message>
        <source>This is still a preview; segments can be changed when the result is there.</source>
        <translation>Das ist noch eine Vorschau; Segmente lassen sich ändern, sobald das Ergebnis da ist.</translation>
    </message>
</context>
<context>
    <name>SimilarAssistant</name>
    <message>
        <source>Select a segment first: click it in the image or in the table.</source>
        <translation>Zuerst ein Segment auswählen: im Bild oder in der Tabelle anklicken.</translation>
    </message>
    <message>
        <source>There is nothing else that could look like this.</source>
        <translation>Es gibt nichts anderes, das so aussehen könnte.</translation>
    </message>
</context>
<context>
    <name>SimilarBar</name>
    <message>
        <source>Segments that look alike</source>
        <translation>Segmente, die sich ähnlich sehen</translation>
    </message>
    <message>
        <source>How different they may look</source>
        <translation>Wie verschieden sie aussehen dürfen</translation>
    </message>
    <message>
        <source>How different they may look from what was selected</source>
        <translation>Wie verschieden sie von der Auswahl aussehen dürfen</translation>
    </message>
    <message>
        <source>Similar:</source>
        <translation>Ähnlich:</translation>
    </message>
    <message>
        <source>&amp;Keep Selection</source>
        <translation>Auswahl &amp;behalten</translation>
    </message>
    <message>
        <source>Go on with these (Return)</source>
        <translation>Mit diesen weitermachen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Select what was selected before (Esc)</source>
        <translation>Auswählen, was vorher ausgewählt war (Esc)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
</context>
<context>
    <name>SplitAssistant</name>
    <message>
        <source>There are no segments yet; they come with the first result.</source>
        <translation>Es gibt noch keine Segmente; sie kommen mit dem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>Select one segment to split: click it in the image or in the table.</source>
        <translation>Zum Teilen ein Segment auswählen: im Bild oder in der Tabelle anklicken.</translation>
    </message>
    <message>
        <source>{name} is locked; unlock it first.</source>
        <translation>{name} ist gesperrt; zuerst entsperren.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>There is no other way to split it; this is the first again.</source>
        <translation>Anders lässt es sich nicht teilen; dies ist wieder der erste Schnitt.</translation>
    </message>
    <message>
        <source>Nothing in this segment differs enough to split it.</source>
        <translation>Nichts in diesem Segment unterscheidet sich genug, um es zu teilen.</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>Ways to split the segment</source>
        <translation>Arten, das Segment zu teilen</translation>
    </message>
    <message>
        <source>Where the cut comes from</source>
        <translation>Woher der Schnitt kommt</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Cut the segment like this (Return)</source>
        <translation>Das Segment so teilen (Eingabetaste)</translation>
    </message>
    <message>
        <source>&amp;Next Alternative</source>
        <translation>&amp;Nächster Schnitt</translation>
    </message>
    <message>
        <source>Show another cut (N)</source>
        <translation>Einen anderen Schnitt zeigen (N)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Leave the segment as it is (Esc)</source>
        <translation>Das Segment lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Looking for a cut…</source>
        <translation>Ein Schnitt wird gesucht…</translation>
    </message>
    <message>
        <source>Cut {place}: where the region tree splits it</source>
        <translation>Schnitt {place}: wo der Regionenbaum es teilt</translation>
    </message>
    <message>
        <source>Cut {place}: by its own eigenvector {number}, normalized cut {cut}</source>
        <translation>Schnitt {place}: entlang seines Eigenvektors {number}, normalisierter Schnitt {cut}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Under the cursor</source>
        <translation>Unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop computing (Esc)</source>
        <translation>Berechnung anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>Berechnung anhalten</translation>
    </message>
    <message>
        <source>State of the result</source>
        <translation>Stand des Ergebnisses</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Earlier result</source>
        <translation>Früheres Ergebnis</translation>
    </message>
    <message>
        <source>Final, not converged</source>
        <translation>Endergebnis, nicht konvergiert</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endergebnis</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>· about {seconds} s left</source>
        <translation>· noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>Values of the pixel</source>
        <translation>Werte des Pixels</translation>
    </message>
    <message>
        <source>What the image holds at the pixel under the cursor, as it is stored</source>
        <translation>Was im Bild am Pixel unter dem Mauszeiger gespeichert ist</translation>
    </message>
    <message>
        <source>Looking at colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comparing pixels</source>
        <translation>Pixel vergleichen</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Finding structure</source>
        <translation>Struktur suchen</translation>
    </message>
    <message>
        <source>Forming segments</source>
        <translation>Segmente bilden</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>{name}: clear</source>
        <translation>{name}: leeren</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Save the Work?</source>
        <translation>Arbeit speichern?</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Die Änderungen an „{name}“ speichern?</translation>
    </message>
    <message>
        <source>Save the work in a project?</source>
        <translation>Die Arbeit in einem Projekt speichern?</translation>
    </message>
    <message>
        <source>The list of images or its marks would be lost.</source>
        <translation>Die Liste der Bilder oder ihre Marken gingen verloren.</translation>
    </message>
    <message>
        <source>Without saving, your work on one image is lost.</source>
        <translation>Ohne Speichern geht die Arbeit an einem Bild verloren.</translation>
    </message>
    <message>
        <source>Without saving, your work on {count} images is lost.</source>
        <translation>Ohne Speichern geht die Arbeit an {count} Bildern verloren.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop an image here</source>
        <translation>Ein Bild hier ablegen</translation>
    </message>
    <message>
        <source>or try a sample</source>
        <translation>oder ein Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Open {name} again</source>
        <translation>{name} wieder öffnen</translation>
    </message>
    <message>
        <source>Open Image…</source>
        <translation>Bild öffnen…</translation>
    </message>
    <message>
        <source>Open an image or a project</source>
        <translation>Ein Bild oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>List the images of a folder</source>
        <translation>Die Bilder eines Ordners auflisten</translation>
    </message>
    <message>
        <source>Open the sample {name}</source>
        <translation>Das Beispiel {name} öffnen</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Eigenvectors</source>
        <translation>Eigenvektoren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
</context>
</TS>
