# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# seonchak_read_version(<source dir> <fallback> <variable>): what `git describe` says, as 0.1.0 on the tag v0.1.0 and
# 0.1.0+12.gabcdef0 twelve commits later. An archive of the sources has it in VERSION, where git writes it; where
# neither knows, the fallback.
#
# Run as a script with -DSOURCE -DFALLBACK -DOUT it writes a source file, and touches it only where it differs: one
# small file and the links of the two programs are all that a new commit costs.
cmake_minimum_required(VERSION 3.22)

function(seonchak_read_version source fallback variable)
  set(text "")
  if(EXISTS ${source}/.git)
    execute_process(COMMAND git -C ${source} describe --tags --match v*
      OUTPUT_VARIABLE text ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  elseif(EXISTS ${source}/VERSION)
    file(STRINGS ${source}/VERSION text LIMIT_COUNT 1)
  endif()
  if(NOT text MATCHES "^v?([0-9]+[.][0-9]+[.][0-9]+[^ \"$]*)$")
    set(${variable} ${fallback} PARENT_SCOPE)
    return()
  endif()
  string(REGEX REPLACE "-([0-9]+)-(g[0-9a-f]+)$" "+\\1.\\2" text ${CMAKE_MATCH_1})
  set(${variable} ${text} PARENT_SCOPE)
endfunction()

if(DEFINED OUT)
  seonchak_read_version(${SOURCE} ${FALLBACK} version)
  file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT [[// Made by app/version.cmake.
#include "app/version.h"

namespace seonchak {

const char *version()
{
    return "@version@";
}

} // namespace seonchak
]])
endif()
