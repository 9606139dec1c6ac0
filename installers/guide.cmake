# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The guide as HTML, in both languages: html/{en,ko}/*.html and html/pictures/ beside the desktop's other documents.
# No page names anything outside the folder, and two builds of one commit give the same bytes.
find_program(PYTHON3 python3 REQUIRED)

set(GUIDE_SOURCE ${CMAKE_SOURCE_DIR}/resources/docs)
set(GUIDE_TARGET ${CMAKE_INSTALL_DATADIR}/doc/seonchak/html)

set(REST_SCRIPT ${CMAKE_CURRENT_SOURCE_DIR}/rest_reference.py)
set(OPENAPI ${CMAKE_SOURCE_DIR}/resources/openapi.json)
add_custom_command(OUTPUT ${MADE}/rest.adoc DEPENDS ${REST_SCRIPT} ${OPENAPI} VERBATIM
  COMMAND sh -euc "\"$1\" \"$2\" \"$3\" >\"$4\"" sh ${PYTHON3} ${REST_SCRIPT} ${OPENAPI} ${MADE}/rest.adoc)

foreach(language en ko)
  file(MAKE_DIRECTORY ${MADE}/html/${language})
  file(GLOB shared CONFIGURE_DEPENDS ${GUIDE_SOURCE}/${language}/shared/*.adoc)
  file(GLOB pages CONFIGURE_DEPENDS ${GUIDE_SOURCE}/${language}/*.adoc)
  foreach(source ${pages})
    get_filename_component(page ${source} NAME_WE)
    set(html ${MADE}/html/${language}/${page}.html)
    # The stylesheet names a font server in a comment.
    made(${html} DEPENDS ${source} ${shared} ${PRINTED} ${MADE}/rest.adoc
      COMMAND sh -euc "\"$1\" --backend html5 --failure-level WARN -a reproducible -a webfonts! -a linkcss! -a attribute-missing=warn \
-a imagesdir=../pictures -a version=\"$2\" -a made=\"$3\" --out-file \"$4\" \"$5\" && sed -i /fonts.googleapis/d \"$4\"" sh ${ASCIIDOCTOR} ${PACKAGE_VERSION} ${MADE} ${html} ${source})
    install(FILES ${html} DESTINATION ${GUIDE_TARGET}/${language} COMPONENT seonchak)
  endforeach()
endforeach()

file(GLOB pictures CONFIGURE_DEPENDS ${PICTURES}/*.png ${PICTURES}/*.svg)
install(FILES ${pictures} DESTINATION ${GUIDE_TARGET}/pictures COMPONENT seonchak)
