import type { ErrorCode } from "#shared/errors/codes.ts";
import type { FailureMessages } from "../say-failure.ts";

/** Spanish words of failures, by code. Paths and names that the backend adds to its own sentence stand behind ours. */
export const ERRORS: Readonly<Record<ErrorCode, FailureMessages>> = {
  "input/invalid": {
    message: "La solicitud no es válida.",
    action: "Corrija el valor que se indica e inténtelo de nuevo.",
  },
  "input/unknown-procedure": {
    message: "No existe ese comando.",
    action: "Consulte la lista de comandos con --help.",
  },
  "search/cancelled": {
    message: "La búsqueda se detuvo: otra más reciente ocupó su lugar.",
    action: "Busque de nuevo.",
  },
  "search/too-broad": {
    message: "Una palabra de la búsqueda abarca demasiadas palabras del índice.",
    action: "Escriba más letras de ella.",
    detail: "“{word}” abarca más de {terms, number} palabras.",
  },
  "search/not-saved": { message: "No existe esa búsqueda guardada.", action: "Vea la lista de búsquedas guardadas." },
  "search/name-taken": { message: "Otra búsqueda guardada tiene este nombre.", action: "Elija otro nombre." },
  "search/not-a-certificate": {
    message: "Esto no es un certificado de búsqueda.",
    action: "Indique el archivo JSON que se escribió junto con el certificado.",
  },
  "bookmark/not-found": { message: "No existe ese marcador.", action: "Vea la lista de marcadores." },
  "library-view/not-found": { message: "No existe esa vista de la biblioteca.", action: "Vea la lista de vistas." },
  "library-view/name-taken": { message: "Otra vista tiene este nombre.", action: "Elija otro nombre." },
  "synonym/not-found": { message: "No existe ese sinónimo.", action: "Vea la lista de sinónimos." },
  "synonym/known": {
    message: "Uno de los nombres pertenece a otro grupo de sinónimos.",
    action: "Añada los demás a ese grupo.",
  },
  "search/syntax": {
    message: "No se pudo entender la búsqueda.",
    action: "Corríjala en el lugar que se muestra.",
  },

  "case/none-open": { message: "No hay ningún caso abierto.", action: "Primero abra o cree un caso." },
  "case/not-a-case": {
    message: "Esta carpeta no es un caso de Probative.",
    action: "Elija una carpeta que contenga un case.db.",
  },
  "case/exists": { message: "Ya existe un caso en esta carpeta.", action: "Ábralo o elija otra carpeta." },
  "case/folder-not-empty": {
    message: "Esta carpeta contiene otros archivos.",
    action: "Elija una carpeta vacía o nueva.",
  },
  "case/locked": {
    message: "Este caso está abierto en otro programa.",
    action: "Ciérrelo allí e inténtelo de nuevo.",
    detail: "Está abierto desde {startedAt} en {host} (proceso {pid}).",
  },
  "case/newer": {
    message: "Este caso fue escrito por una versión más reciente de Probative.",
    action: "Actualice Probative para abrirlo; no se cambió nada.",
    detail: "Su base de datos tiene la versión {version}; este programa conoce hasta la {newest}.",
  },
  "case/damaged": {
    message: "No se puede leer una base de datos de este caso.",
    action: "Quedó tal como estaba. Restaure una copia de seguridad en una carpeta nueva o abra una copia.",
    detail: "Archivo: {file}.",
  },
  "case/migration-failed": {
    message: "No se pudo actualizar este caso.",
    action: "El caso no cambió y junto a él hay una copia de seguridad. Conserve ambos e informe del problema.",
  },
  "case/busy": {
    message: "Hay una tarea en curso en este caso.",
    action: "Espere a que termine o cancélela primero.",
  },
  "case/differs": { message: "El caso difiere de lo que se registró.", action: "Vea la lista de lo que difiere." },

  "document/not-found": {
    message: "No existe ese documento en este caso.",
    action: "Búsquelo en la lista de documentos.",
  },
  "document/no-such-page": {
    message: "El documento no tiene esa página.",
    action: "Indique una página entre la 1 y la última.",
    detail: "Tiene {pages, number}.",
  },
  "document/name-taken": {
    message: "Otro documento tiene este nombre corto.",
    action: "Elija un nombre corto que sea único.",
  },
  "document/original-missing": {
    message: "El original de este documento no está en la carpeta del caso.",
    action: "Verifique el caso; importe de nuevo el archivo para restaurarlo.",
  },
  "document/no-such-layer": {
    message: "La página no tiene ese texto.",
    action: "Una página tiene texto de OCR cuando se ha reconocido, y capa de texto cuando su archivo la traía.",
  },
  "redaction/not-found": {
    message: "No hay texto oculto en este lugar.",
    action: "Búsquelo en la lista de censuras.",
  },
  "tag/not-found": { message: "No existe esa etiqueta.", action: "Búsquela en la lista de etiquetas." },
  "tag/name-taken": {
    message: "Ya existe una etiqueta con este nombre.",
    action: "Use esa etiqueta o elija otro nombre.",
  },
  "tag/key-taken": {
    message: "Otra etiqueta tiene esta tecla numérica.",
    action: "Elija una tecla que esté libre.",
    detail: "Es la tecla {key}.",
  },
  "tag/archived": {
    message: "Esta etiqueta está archivada.",
    action: "Sáquela antes del archivo o use otra etiqueta.",
  },
  "tag/below-itself": {
    message: "Una etiqueta no puede estar por debajo de sí misma.",
    action: "Elija otro lugar.",
  },
  "passage/not-found": { message: "No existe ese pasaje.", action: "Búsquelo en la lista de pasajes." },
  "passage/quote-not-found": {
    message: "La cita no está en este documento.",
    action: "Compruebe el texto o indique la página.",
  },
  "passage/quote-ambiguous": {
    message: "La cita está más de una vez en este documento.",
    action: "Indique la página o una cita más larga.",
    detail: "Está en {places, plural, one {# lugar} other {# lugares}}.",
  },
  "passage/empty-selection": {
    message: "La selección no contiene texto.",
    action: "Seleccione algún texto en una página.",
  },
  "exchange/not-readable": {
    message: "Este archivo no es el que se esperaba aquí.",
    action: "Elija un archivo que se haya escrito para este fin.",
  },
  "exchange/bad-lines": {
    message: "Hay líneas de este archivo que no se pueden leer; no se cambió nada.",
    action: "Corrija las líneas que se nombran y vuelva a leer el archivo.",
  },
  "exchange/damaged": {
    message: "Esta contribución se modificó después de escribirse, o está dañada.",
    action: "Pida el archivo de nuevo.",
  },
  "passage/link-not-found": { message: "No existe ese vínculo.", action: "Abra el pasaje para ver sus vínculos." },
  "passage/link-exists": {
    message: "Estos pasajes ya están vinculados de este modo.",
    action: "Cambie el motivo de ese vínculo o elija otra relación.",
  },
  "brief/not-found": { message: "No existe ese escrito.", action: "Búsquelo en la lista de escritos." },
  "brief/section-not-found": {
    message: "El escrito no tiene esa sección.",
    action: "Abra el escrito para ver sus secciones.",
  },
  "brief/block-not-found": {
    message: "El escrito no tiene ese bloque.",
    action: "Abra el escrito para ver sus bloques.",
  },
  "job/not-found": { message: "No existe esa tarea.", action: "Búsquela en la lista de tareas." },
  "job/not-resumable": {
    message: "Esta tarea no se puede reanudar.",
    action: "Solo se puede reanudar una tarea cancelada o interrumpida.",
  },
  "job/cancelled": { message: "La tarea se canceló.", action: "Reanúdela para seguir donde se detuvo." },
  "edit/nothing-to-undo": {
    message: "No hay nada que deshacer.",
    action: "Se puede deshacer lo que se cambió en este caso.",
  },
  "edit/nothing-to-redo": {
    message: "No hay nada que rehacer.",
    action: "Se puede rehacer después de deshacer.",
  },

  "import/path-not-found": { message: "Esta ruta no existe.", action: "Compruebe la ruta." },
  "import/unreadable": { message: "No se pudo leer el archivo.", action: "Compruebe sus permisos y la unidad." },
  "import/changed-while-reading": {
    message: "El archivo cambió mientras se leía.",
    action: "Impórtelo de nuevo.",
  },
  "import/empty": { message: "El archivo está vacío (0 bytes).", action: "Pida el archivo de nuevo." },
  "import/not-a-pdf": {
    message: "El archivo se llama como un PDF, pero no lo es.",
    action: "Compruebe qué es en realidad.",
  },
  "import/unsupported-kind": {
    message: "Este tipo de archivo no se lee.",
    action: "Conviértalo a PDF e importe el PDF.",
  },
  "import/not-a-regular-file": {
    message: "No se siguen enlaces, dispositivos ni tuberías.",
    action: "Importe el archivo al que apunta.",
  },
  "import/encrypted": {
    message: "El archivo está cifrado y pide una contraseña.",
    action: "Guarde una copia sin contraseña e impórtela.",
  },
  "import/corrupt": {
    message: "El archivo está dañado y no se puede abrir.",
    action: "Pida el archivo de nuevo o repare una copia.",
  },
  "import/page-count": {
    message: "El PDF declara un número de páginas que no puede ser correcto o que supera el límite.",
    action: "Divida una copia en archivos más pequeños o repárela.",
    detail: "Declara {count, number}; el límite es {maxPages, number}.",
  },
  "import/timeout": {
    message: "La lectura del archivo no avanzó durante 60 segundos y se detuvo.",
    action: "Impórtelo de nuevo o repare una copia.",
  },
  "import/memory": {
    message: "Leer el archivo requería más memoria de la permitida.",
    action: "Divida una copia e impórtela.",
  },
  "import/worker-crashed": {
    message: "El archivo hizo que se detuviera su lector.",
    action: "Solo falló este archivo. Repare una copia e impórtela.",
  },
  "import/duplicate": { message: "El mismo archivo ya está en el caso.", action: "No hace falta hacer nada." },
  "import/too-large": {
    message: "El archivo es más grande de lo que se puede leer con seguridad.",
    action: "Divídalo e importe las partes.",
    detail: "Declara {width, number} × {height, number} píxeles.",
  },
  "import/unsafe-archive": {
    message: "El archivo comprimido supera un límite que protege el equipo.",
    action: "Extraiga con otro programa aquello en lo que confíe e impórtelo.",
    detail: "Contiene {entries, plural, one {# entrada} other {# entradas}}.",
  },
  "import/nested-too-deep": {
    message: "El archivo está dentro de más contenedores de los que se abren.",
    action: "Extraiga el archivo comprimido interior e impórtelo.",
  },
  "import/cancelled": {
    message: "La importación se canceló antes de este archivo.",
    action: "Reanude la importación.",
  },

  "ocr/timeout": {
    message: "Reconocer la página tardó más de 90 segundos.",
    action: "Reconózcala de nuevo.",
  },
  "ocr/failed": {
    message: "No se pudo reconocer la página.",
    action: "Reconózcala de nuevo o con otro motor.",
  },
  "ocr/language-missing": {
    message: "El motor de OCR no tiene un modelo para este idioma.",
    action: "Elija un idioma que tenga o instale el modelo.",
    detail: "Idioma: {language}.",
  },

  "export/exists": { message: "Ya hay un archivo en este lugar.", action: "Elija otro nombre." },
  "export/not-writable": {
    message: "No se pudo escribir el archivo.",
    action: "Elija una carpeta en la que pueda escribir.",
  },
  "export/no-space": {
    message: "El disco está lleno.",
    action: "Libere espacio e inténtelo de nuevo; no se cambió nada.",
  },
  "export/annotation-failed": {
    message: "No se pudo hacer la copia anotada.",
    action: "El original no cambió. Informe del tipo de documento.",
    detail: "Página {page, number}.",
  },

  "session/refused": {
    message: "Esta ventana no tiene acceso al caso.",
    action: "Abra el enlace que mostró Probative.",
  },
  "session/forbidden": {
    message: "La solicitud vino de otro lugar y se rechazó.",
    action: "Use el propio Probative.",
  },
  "host/node-too-old": {
    message: "Este Node.js es demasiado antiguo.",
    action: "Use Node.js 22 o posterior, o ejecútelo con npm.",
  },
  "internal/unknown": {
    message: "Algo falló dentro de Probative.",
    action: "Esta solicitud no cambió nada. El registro tiene los detalles bajo el número que se muestra.",
  },
};
