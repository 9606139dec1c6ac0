# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What CPack is told: names, dependencies, scripts.
set(CPACK_PACKAGE_NAME seonchak)
set(CPACK_PACKAGE_VENDOR "The Seonchak authors")
set(CPACK_PACKAGE_CONTACT ${SEONCHAK_MAINTAINER})
set(CPACK_PACKAGE_VERSION ${PACKAGE_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL seonchakd seonchak-lab)
if(SEONCHAK_DESKTOP)
  list(APPEND CPACK_COMPONENTS_ALL seonchak)
endif()
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(SUMMARY_seonchakd "first come, first served coupon server")
set(TEXT_seonchakd "Issues a limited stock of coupons over HTTP: never one too many, never two
to one person, none lost when the convenience store's API fails, and every
coupon accounted for at every instant.

This package has the server without a window, and its system service, which
serves on loopback until it is configured otherwise.")
set(SUMMARY_seonchak-lab "laboratory of the coupon server Seonchak")
set(TEXT_seonchak-lab "Runs the seven ways of issuing coupons over real HTTP on stores of its own,
kills servers between two steps, sets two requests against each other, and
judges what remained from the records alone.

This package has what \"seonchakd lab\" becomes. A server that only serves a
sale does without it.")
set(SUMMARY_seonchak "desk of a first come, first served coupon sale")
set(TEXT_seonchak "Issues a limited stock of coupons over HTTP: never one too many, never two
to one person, none lost when the convenience store's API fails, and every
coupon accounted for at every instant.

This package has the window for those who run a sale, in Korean and English,
with the server inside. It needs no system service.")

# Plugins that no library names: the databases' drivers. Redis: either will do; Debian 12 has no Valkey.
set(DATABASES "libqt6sql6-sqlite, libqt6sql6-psql")
set(REDIS "redis-server | valkey-server")
# Before 6.8 the HTTP server's ABI changes with each minor version, under one soname.
set(HTTP_SERVER "")
if(Qt6_VERSION VERSION_LESS 6.8)
  math(EXPR next "${Qt6_VERSION_MINOR} + 1")
  set(HTTP_SERVER ", libqt6httpserver6 (<< ${Qt6_VERSION_MAJOR}.${next}~)")
endif()

# Debian
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${RELEASE_SUFFIX})
set(CPACK_DEBIAN_PACKAGE_SOURCE seonchak)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
# ./installers/package has dpkg-deb compress.
set(CPACK_DEBIAN_COMPRESSION_TYPE none)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_NAME seonchakd)
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SEONCHAKD_DESCRIPTION "${SUMMARY_seonchakd}\n${TEXT_seonchakd}")
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_DEPENDS
  "${DATABASES}${HTTP_SERVER}, ${REDIS}, systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_RECOMMENDS "ca-certificates, seonchak-lab")
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_SUGGESTS "postgresql, seonchak")
# The lab stands on the daemon's own dependencies, and reads what that very version writes.
set(CPACK_DEBIAN_SEONCHAK-LAB_PACKAGE_NAME seonchak-lab)
set(CPACK_DEBIAN_SEONCHAK-LAB_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SEONCHAK-LAB_DESCRIPTION "${SUMMARY_seonchak-lab}\n${TEXT_seonchak-lab}")
set(CPACK_DEBIAN_SEONCHAK-LAB_PACKAGE_DEPENDS "seonchakd (= ${DEBIAN_VERSION})")
set(CPACK_DEBIAN_SEONCHAK-LAB_PACKAGE_SUGGESTS "postgresql, jmeter, jmeter-http")
set(CPACK_DEBIAN_SEONCHAK_PACKAGE_NAME seonchak)
set(CPACK_DEBIAN_SEONCHAK_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SEONCHAK_DESCRIPTION "${SUMMARY_seonchak}\n${TEXT_seonchak}")
set(CPACK_DEBIAN_SEONCHAK_PACKAGE_DEPENDS "${DATABASES}${HTTP_SERVER}, ${REDIS}")
set(CPACK_DEBIAN_SEONCHAK_PACKAGE_RECOMMENDS
  "fonts-nanum | fonts-noto-cjk, qt6-translations-l10n, qt6-wayland, ca-certificates")
set(CPACK_DEBIAN_SEONCHAK_PACKAGE_SUGGESTS "seonchakd, seonchak-lab, postgresql")

file(WRITE ${MADE}/seonchakd/conffiles "/etc/seonchak/seonchakd.conf\n")
set(scripts ${CMAKE_CURRENT_SOURCE_DIR}/debian/seonchakd)
set(CPACK_DEBIAN_SEONCHAKD_PACKAGE_CONTROL_EXTRA
  ${MADE}/seonchakd/conffiles ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)

# RPM, with the same content
set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
string(REPLACE "~" "." CPACK_RPM_PACKAGE_RELEASE ${RELEASE_SUFFIX})
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_DEBUGINFO_PACKAGE OFF)
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _build_id_links none
%define source_date_epoch_from_changelog 0
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _buildhost localhost
%define __os_install_post /usr/lib/rpm/brp-strip %{__strip}")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
  /etc /usr/bin /usr/libexec /usr/lib/systemd /usr/lib/systemd/system /usr/lib/sysusers.d
  /usr/share/man /usr/share/man/man1 /usr/share/man/man5 /usr/share/man/man8 /usr/share/man/ko /usr/share/man/ko/man1 /usr/share/man/ko/man5 /usr/share/man/ko/man8
  /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/zsh /usr/share/zsh/vendor-completions
  /usr/share/applications /usr/share/metainfo /usr/share/icons /usr/share/icons/hicolor)
foreach(size 16x16 22x22 24x24 32x32 48x48 64x64 96x96 128x128 256x256 512x512 scalable)
  list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()
foreach(component seonchakd seonchak-lab seonchak)
  string(TOUPPER ${component} upper)
  set(CPACK_RPM_${upper}_PACKAGE_NAME ${component})
  set(CPACK_RPM_${upper}_PACKAGE_SUMMARY ${SUMMARY_${component}})
  set(CPACK_RPM_${upper}_PACKAGE_DESCRIPTION ${TEXT_${component}})
endforeach()
# Names of Fedora's packages. "or" of this form is known to rpm 4.13 and later.
# CPack has no variable for Recommends: it is a line of its own in the same text.
set(CPACK_RPM_SEONCHAKD_PACKAGE_REQUIRES
  "(valkey or redis), systemd, qt6-qtbase, qt6-qtbase-postgresql\nRecommends: seonchak-lab")
set(CPACK_RPM_SEONCHAK-LAB_PACKAGE_REQUIRES "seonchakd = ${PACKAGE_VERSION}-${CPACK_RPM_PACKAGE_RELEASE}")
set(CPACK_RPM_SEONCHAK_PACKAGE_REQUIRES "(valkey or redis), qt6-qtbase-gui, qt6-qtbase-postgresql")
set(CPACK_RPM_SEONCHAKD_USER_FILELIST "%config(noreplace) %attr(0640,root,seonchak) /etc/seonchak/seonchakd.conf")
set(scripts ${CMAKE_CURRENT_SOURCE_DIR}/rpm)
set(CPACK_RPM_SEONCHAKD_PRE_INSTALL_SCRIPT_FILE ${scripts}/pre)
set(CPACK_RPM_SEONCHAKD_POST_INSTALL_SCRIPT_FILE ${scripts}/post)
set(CPACK_RPM_SEONCHAKD_PRE_UNINSTALL_SCRIPT_FILE ${scripts}/preun)
set(CPACK_RPM_SEONCHAKD_POST_UNINSTALL_SCRIPT_FILE ${scripts}/postun)

include(CPack)
